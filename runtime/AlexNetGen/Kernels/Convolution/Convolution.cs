using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution, in the deep learning sense (cross-correlation): y[o, i, j] = b[o] + sum over c, u, v of
/// w[o, c, u, v] * x[c, i*s + u*d - p, j*s + v*d - p], as torch.nn.Conv2d defines it, by the algorithm that the
/// geometry names for the vectors that the weights are packed for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Convolution
{
    /// <summary>
    /// Convolves one feature map and adds the bias; then normalises, adds another map, and applies the geometry's activation,
    /// each where asked to. NaN stays.
    /// </summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels].</param>
    /// <param name="weights">The weights, packed for this geometry.</param>
    /// <param name="scratch">As many floats as the geometry says.</param>
    /// <param name="output">[OutputHeight][OutputWidth][OutputStep], of which OutputChannels from OutputStart on are written. May overlap none of the others.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="normalization">A batch normalisation of the output's channels; null for none.</param>
    /// <param name="addend">A map laid out as the output; empty for none.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length, or the weights are another convolution's.</exception>
    public static void Forward<TGeometry>(
        ReadOnlySpan<float> input,
        ConvolutionWeights weights,
        Span<float> scratch,
        Span<float> output,
        Team team,
        BatchNormalizationWeights? normalization = null,
        ReadOnlySpan<float> addend = default)
        where TGeometry : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(team);
        ConvolutionSizes sizes = ConvolutionSizes.Of<TGeometry>(weights.Width);
        Lengths.Check(
            input,
            sizes.InputHeight * sizes.InputWidth * sizes.InputChannels,
            output,
            sizes.OutputHeight * sizes.OutputWidth * TGeometry.OutputStep);
        if (scratch.Length != TGeometry.ScratchLength)
        {
            Lengths.Throw(nameof(scratch), TGeometry.ScratchLength, scratch.Length);
        }

        weights.Check(sizes, scratch.Length);
        normalization?.Check(sizes.OutputChannels);
        if (!addend.IsEmpty && addend.Length != output.Length)
        {
            Lengths.Throw(nameof(addend), output.Length, addend.Length);
        }

        fixed (float* source = input, weight = weights.Packed, bias = weights.Bias, room = scratch, destination = output)
        fixed (float* factor = normalization?.Factor, shift = normalization?.Shift, other = addend)
        {
            ConvolutionEpilogue epilogue = new()
            {
                Bias = bias,
                Factor = factor,
                Shift = shift,
                Addend = other,
                Output = destination + TGeometry.OutputStart,
                OutputStep = TGeometry.OutputStep,
                OutputLength = output.Length,
                Activation = TGeometry.Activation,
            };
            // Native programs leave out what no convolution of theirs needs.
            switch (sizes.Algorithm)
            {
                case ConvolutionAlgorithm.Winograd when Needs<TGeometry>(ConvolutionAlgorithm.Winograd):
                    WinogradConvolution.Run(sizes, weights.Width, source, weight, room, epilogue, team);
                    break;
                case ConvolutionAlgorithm.SpaceToDepth when Needs<TGeometry>(ConvolutionAlgorithm.SpaceToDepth):
                    ConvolutionSizes deep = SpaceToDepth.Deep(sizes);
                    SpaceToDepth.Run(sizes, source, room, team);
                    WinogradConvolution.Run(deep, weights.Width, room, weight, room + deep.InputLength, epilogue, team);
                    break;
                case ConvolutionAlgorithm.Strassen when Needs<TGeometry>(ConvolutionAlgorithm.Strassen):
                    StrassenConvolution.Run(sizes, weights.Width, source, weight, room, epilogue, team);
                    break;
                case ConvolutionAlgorithm.Depthwise or ConvolutionAlgorithm.Grouped when Needs<TGeometry>(ConvolutionAlgorithm.Depthwise) || Needs<TGeometry>(ConvolutionAlgorithm.Grouped):
                    GroupedConvolution.Run(sizes, source, weight, weights.Width, epilogue, team);
                    break;
                case ConvolutionAlgorithm.Direct when Needs<TGeometry>(ConvolutionAlgorithm.Direct):
                    if (sizes.IsPadded)
                    {
                        ZeroPadding.Copy(sizes, source, room, team);
                    }

                    Direct(sizes, weights.Width, sizes.IsPadded ? room : source, weight, epilogue, team);
                    break;
            }
        }
    }

    // Whether an algorithm is chosen for any vector width: a constant of the geometry.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Needs<TGeometry>(ConvolutionAlgorithm algorithm)
        where TGeometry : struct, IConvolution =>
        TGeometry.Choice512.Algorithm == algorithm || TGeometry.Choice256.Algorithm == algorithm || TGeometry.Choice128.Algorithm == algorithm;

    private static void Direct(in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, in ConvolutionEpilogue epilogue, Team team)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                DirectConvolution<Lanes512, Vector512<float>>.Run(sizes, map, weight, epilogue, team);
                break;
            case VectorWidth.Bits256:
                DirectConvolution<Lanes256, Vector256<float>>.Run(sizes, map, weight, epilogue, team);
                break;
            default:
                DirectConvolution<Lanes128, Vector128<float>>.Run(sizes, map, weight, epilogue, team);
                break;
        }
    }
}
