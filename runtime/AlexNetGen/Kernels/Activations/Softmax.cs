using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Softmax over the channels of each point: y[c] = exp(x[c] - m) / sum of exp(x[c'] - m), where m is the largest
/// value, so that nothing overflows. A point with a NaN is NaN throughout, as in PyTorch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Softmax
{
    /// <summary>Turns each point's logits into probabilities.</summary>
    /// <typeparam name="TShape">The map's shape; a vector of features is one point.</typeparam>
    /// <param name="input">[Height][Width][Channels].</param>
    /// <param name="output">[Height][Width][Channels]. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">A span has not exactly the shape's length.</exception>
    public static void Forward<TShape>(ReadOnlySpan<float> input, Span<float> output)
        where TShape : struct, IShape => Forward<TShape>(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TShape>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest)
        where TShape : struct, IShape
    {
        int length = TShape.Channels * TShape.Height * TShape.Width;
        Lengths.Check(input, length, output, length);
        MapKernel.Run<Kernel<TShape>>(input, output, VectorWidths.Fitting(TShape.Channels, widest));
    }

    private readonly struct Kernel<TShape> : IMapKernel
        where TShape : struct, IShape
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int length)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TShape.Channels, points = TShape.Height * TShape.Width;
            int whole = channels - (channels % TLanes.Count);
            for (int point = 0; point < points; point++, input += channels, output += channels)
            {
                float max = PointMaximum.Of<TLanes, TVector>(input, channels);
                TVector offset = TLanes.Broadcast(max), sums = TLanes.Zero;
                for (int i = 0; i < whole; i += TLanes.Count)
                {
                    TVector e = TLanes.Exp(TLanes.Subtract(TLanes.Load(input + i), offset));
                    sums = TLanes.Add(sums, e);
                    TLanes.Store(e, output + i);
                }

                float sum = TLanes.Sum(sums);
                for (int i = whole; i < channels; i++)
                {
                    float e = MathF.Exp(input[i] - max);
                    sum += e;
                    output[i] = e;
                }

                TVector divisor = TLanes.Broadcast(sum);
                for (int i = 0; i < whole; i += TLanes.Count)
                {
                    TLanes.Store(TLanes.Divide(TLanes.Load(output + i), divisor), output + i);
                }

                for (int i = whole; i < channels; i++)
                {
                    output[i] /= sum;
                }
            }
        }
    }
}
