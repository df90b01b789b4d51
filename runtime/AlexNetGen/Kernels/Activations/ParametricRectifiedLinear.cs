using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The parametric rectified linear unit (He et al., 2015): x, times a learned slope where x is negative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ParametricRectifiedLinear
{
    /// <summary>Scales each negative value by its channel's slope.</summary>
    /// <typeparam name="TGeometry">The sizes.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="weights">The slopes: one a channel, or one for all.</param>
    /// <param name="output">[Points][Channels]. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights weights, Span<float> output)
        where TGeometry : struct, IParametricRectifiedLinear => Forward<TGeometry>(input, weights, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights weights, Span<float> output, VectorWidth widest)
        where TGeometry : struct, IParametricRectifiedLinear
    {
        ArgumentNullException.ThrowIfNull(weights);
        int length = TGeometry.Points * TGeometry.Channels;
        Lengths.Check(input, length, output, length);
        if (weights.Weight.Length != TGeometry.WeightLength)
        {
            Lengths.Throw(nameof(weights), TGeometry.WeightLength, weights.Weight.Length);
        }

        WeightedKernel.Run<Kernel<TGeometry>>(input, weights.Weight, default, output, VectorWidths.Fitting(TGeometry.Channels, widest));
    }

    private readonly struct Kernel<TGeometry> : IWeightedKernel
        where TGeometry : struct, IParametricRectifiedLinear
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            for (int point = 0; point < TGeometry.Points; point++, input += channels, output += channels)
            {
                for (int channel = 0; channel < channels; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, channels - TLanes.Count);
                    TVector slope = TGeometry.WeightLength == 1 ? TLanes.Broadcast(*weight) : TLanes.Load(weight + start);
                    TVector x = TLanes.Load(input + start);
                    TLanes.Store(TLanes.SelectNegative(x, TLanes.Multiply(x, slope), x), output + start);
                }
            }
        }
    }
}
