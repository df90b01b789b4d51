using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

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
    /// <param name="team">The threads that share the work; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights weights, Span<float> output, Team? team = null)
        where TGeometry : struct, IParametricRectifiedLinear => Forward<TGeometry>(input, weights, output, VectorWidths.Widest, team);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights weights, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, IParametricRectifiedLinear
    {
        ArgumentNullException.ThrowIfNull(weights);
        int length = TGeometry.Points * TGeometry.Channels;
        Lengths.Check(input, length, output, length);
        if (weights.Weight.Length != TGeometry.WeightLength)
        {
            Lengths.Throw(nameof(weights), TGeometry.WeightLength, weights.Weight.Length);
        }

        WeightedKernel.Run<Kernel<TGeometry>>(input, weights.Weight, default, output, TGeometry.Points, VectorWidths.Fitting(TGeometry.Channels, widest), team);
    }

    private readonly struct Kernel<TGeometry> : IWeightedKernel
        where TGeometry : struct, IParametricRectifiedLinear
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output, int first, int end)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            input += (nint)first * channels;
            output += (nint)first * channels;
            for (int point = first; point < end; point++, input += channels, output += channels)
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
