using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>
/// Direct convolution, in the deep learning sense (cross-correlation): y[o, i, j] = b[o] + sum over c, u, v of
/// w[o, c, u, v] * x[c, i*s + u*d - p, j*s + v*d - p], as torch.nn.Conv2d defines it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Convolution
{
    /// <summary>Convolves one feature map, adds the bias, and applies max(x, 0) where the geometry says so; NaN stays.</summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels].</param>
    /// <param name="weights">The weights, packed for this geometry.</param>
    /// <param name="scratch">
    /// ReachHeight x ReachWidth x InputChannels floats where there is padding above or to the left or the windows
    /// reach past the input; empty otherwise.
    /// </param>
    /// <param name="output">[OutputHeight][OutputWidth][OutputChannels]. May overlap neither input nor scratch.</param>
    /// <exception cref="ArgumentException">A span or the weights have not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, ConvolutionWeights weights, Span<float> scratch, Span<float> output)
        where TGeometry : struct, IConvolution
    {
        Lengths.Check(
            input,
            TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.InputChannels,
            output,
            TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.OutputChannels);
        int scratchLength = IsPadded<TGeometry>() ? TGeometry.ReachHeight * TGeometry.ReachWidth * TGeometry.InputChannels : 0;
        if (scratch.Length != scratchLength)
        {
            Lengths.Throw(nameof(scratch), scratchLength, scratch.Length);
        }

        ConvolutionLayout layout = weights.CheckedLayout<TGeometry>();
        if (IsPadded<TGeometry>())
        {
            ZeroPadding.Copy<TGeometry>(input, scratch);
        }

        ReadOnlySpan<float> map = IsPadded<TGeometry>() ? scratch : input;
        fixed (float* source = map, weight = weights.Packed, bias = weights.PackedBias, destination = output)
        {
            if (ConvolutionLayout.IsDepthwise<TGeometry>())
            {
                DepthwiseConvolution.Run<TGeometry>(source, weight, bias, destination, weights.Width);
                return;
            }

            switch (weights.Width)
            {
                case VectorWidth.Bits512:
                    Run<TGeometry, Lanes512, Vector512<float>>(layout, source, weight, bias, destination);
                    break;
                case VectorWidth.Bits256:
                    Run<TGeometry, Lanes256, Vector256<float>>(layout, source, weight, bias, destination);
                    break;
                default:
                    Run<TGeometry, Lanes128, Vector128<float>>(layout, source, weight, bias, destination);
                    break;
            }
        }
    }

    /// <summary>Whether the windows reach beyond the input, so that it is first copied into a map framed by zeros.</summary>
    internal static bool IsPadded<TGeometry>()
        where TGeometry : struct, IConvolution =>
        TGeometry.PaddingTop != 0 || TGeometry.PaddingLeft != 0
        || TGeometry.ReachHeight > TGeometry.InputHeight || TGeometry.ReachWidth > TGeometry.InputWidth;

    // Blocks of output channels outermost: a block's weights stay in the second-level cache for all pixels.
    private static void Run<TGeometry, TLanes, TVector>(ConvolutionLayout layout, float* map, float* weight, float* bias, float* output)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        float* spill = stackalloc float[ConvolutionTile.Floats];
        for (int group = 0; group < layout.Groups; group++)
        {
            int channel = 0;
            for (int block = 0; block < layout.Blocks; block++)
            {
                int vectors = layout.BlockVectors(block);
                int channels = Math.Min(vectors * layout.Lanes, layout.Outputs - channel);
                float* destination = output + (group * layout.Outputs) + channel;
                switch (vectors)
                {
                    case 1:
                        ConvolutionTile.Run<TGeometry, TLanes, TVector, OneVector>(map, weight, bias, destination, channels, spill);
                        break;
                    case 2:
                        ConvolutionTile.Run<TGeometry, TLanes, TVector, TwoVectors>(map, weight, bias, destination, channels, spill);
                        break;
                    case 3:
                        ConvolutionTile.Run<TGeometry, TLanes, TVector, ThreeVectors>(map, weight, bias, destination, channels, spill);
                        break;
                    default:
                        ConvolutionTile.Run<TGeometry, TLanes, TVector, FourVectors>(map, weight, bias, destination, channels, spill);
                        break;
                }

                weight += (nint)vectors * layout.Lanes * layout.Inputs * layout.Taps;
                bias += vectors * layout.Lanes;
                channel += vectors * layout.Lanes;
            }

            map += layout.Inputs;
        }
    }
}
