using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Normalisation over groups of channels (Wu and He, 2018), of which a layer normalisation is one: within a region and
/// a group y = (x - mean) / sqrt(variance + Epsilon) * weight[channel] + bias[channel].
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class GroupNormalization
{
    // Vectors that are summed before they are added to the others, so that little is rounded away.
    private const int Block = 64;

    /// <summary>Normalises without weights.</summary>
    /// <typeparam name="TGeometry">The normalisation.</typeparam>
    /// <param name="input">[Regions][Points][Channels].</param>
    /// <param name="output">[Regions][Points][Channels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team team)
        where TGeometry : struct, IGroupNormalization => Forward<TGeometry>(input, null, output, VectorWidths.Widest, team);

    /// <summary>Normalises, then scales and shifts each channel.</summary>
    /// <typeparam name="TGeometry">The normalisation.</typeparam>
    /// <param name="input">[Regions][Points][Channels].</param>
    /// <param name="weights">A scale and a shift for each channel.</param>
    /// <param name="output">[Regions][Points][Channels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights weights, Span<float> output, Team team)
        where TGeometry : struct, IGroupNormalization
    {
        ArgumentNullException.ThrowIfNull(weights);
        Forward<TGeometry>(input, weights, output, VectorWidths.Widest, team);
    }

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights? weights, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, IGroupNormalization
    {
        int length = TGeometry.Regions * TGeometry.Points * TGeometry.Channels;
        Lengths.Check(input, length, output, length);
        if (weights is not null && weights.Weight.Length != TGeometry.Channels)
        {
            Lengths.Throw(nameof(weights), TGeometry.Channels, weights.Weight.Length);
        }

        if (TGeometry.Groups == TGeometry.Channels)
        {
            VectorWidth width = VectorWidths.Fitting(TGeometry.Channels, widest);
            WeightedKernel.Run<Single<TGeometry>>(
                input, weights?.Weight, weights?.Bias, output, (TGeometry.Channels + (int)width - 1) / (int)width, width, team);
        }
        else
        {
            WeightedKernel.Run<Shared<TGeometry>>(
                input, weights?.Weight, weights?.Bias, output, TGeometry.Regions * TGeometry.Groups, VectorWidths.Fitting(TGeometry.Channels / TGeometry.Groups, widest), team);
        }
    }

    /// <summary>Groups of several channels: a vector holds channels of one group.</summary>
    private readonly struct Shared<TGeometry> : IWeightedKernel
        where TGeometry : struct, IGroupNormalization
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output, int first, int end)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels, share = channels / TGeometry.Groups;
            double count = (double)TGeometry.Points * share;
            for (int part = first; part < end; part++)
            {
                (int region, int group) = int.DivRem(part, TGeometry.Groups);
                nint start = ((nint)region * TGeometry.Points * channels) + (group * share);
                float* from = input + start, to = output + start;

                // Of the distances from one of the values: a mean far from 0 would cost the sum its last digits.
                float mean = (float)(*from + (Sum<TLanes, TVector>(from, *from, false) / count));
                double variance = Sum<TLanes, TVector>(from, mean, true) / count;
                TVector center = TLanes.Broadcast(mean), factor = TLanes.Broadcast((float)(1 / Math.Sqrt(variance + TGeometry.Epsilon)));
                for (int channel = 0; channel < share; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int at = Math.Min(channel, share - TLanes.Count), of = (group * share) + at;
                    TVector scale = weight is null ? factor : TLanes.Multiply(factor, TLanes.Load(weight + of));
                    TVector shift = bias is null ? TLanes.Zero : TLanes.Load(bias + of);
                    for (nint point = at; point < (nint)TGeometry.Points * channels; point += channels)
                    {
                        TLanes.Store(TLanes.MultiplyAdd(TLanes.Subtract(TLanes.Load(from + point), center), scale, shift), to + point);
                    }
                }
            }
        }

        /// <summary>The sum of x - center over a group, or of its square; that of a few points in single precision.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double Sum<TLanes, TVector>(float* group, float center, bool squares)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int share = TGeometry.Channels / TGeometry.Groups, whole = share - (share % TLanes.Count);
            int pointsAtOnce = Math.Max(Block * TLanes.Count / share, 1);
            TVector middle = TLanes.Broadcast(center);
            double total = 0;
            for (int first = 0; first < TGeometry.Points; first += pointsAtOnce)
            {
                TVector sums = TLanes.Zero;
                float rest = 0;
                for (int points = Math.Min(pointsAtOnce, TGeometry.Points - first); points > 0; points--, group += TGeometry.Channels)
                {
                    for (int i = 0; i < whole; i += TLanes.Count)
                    {
                        TVector x = TLanes.Subtract(TLanes.Load(group + i), middle);
                        sums = squares ? TLanes.MultiplyAdd(x, x, sums) : TLanes.Add(sums, x);
                    }

                    for (int i = whole; i < share; i++)
                    {
                        float x = group[i] - center;
                        rest += squares ? x * x : x;
                    }
                }

                total += TLanes.Sum(sums) + rest;
            }

            return total;
        }
    }

    /// <summary>Groups of one channel, an instance normalisation: a vector holds a group in each lane.</summary>
    private readonly struct Single<TGeometry> : IWeightedKernel
        where TGeometry : struct, IGroupNormalization
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output, int first, int end)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            TVector count = TLanes.Broadcast(TGeometry.Points), one = TLanes.Broadcast(1);
            for (int part = first; part < end; part++)
            {
                // The last vector overlaps its neighbour instead of hanging over.
                int start = Math.Min(part * TLanes.Count, channels - TLanes.Count);
                TVector any = TLanes.Load(input + start);
                TVector mean = TLanes.Add(any, TLanes.Divide(Sum<TLanes, TVector>(input + start, any, false), count));
                TVector variance = TLanes.Divide(Sum<TLanes, TVector>(input + start, mean, true), count);
                TVector scale = TLanes.Divide(one, TLanes.Sqrt(TLanes.Add(variance, TLanes.Broadcast(TGeometry.Epsilon))));
                scale = weight is null ? scale : TLanes.Multiply(scale, TLanes.Load(weight + start));
                TVector shift = bias is null ? TLanes.Zero : TLanes.Load(bias + start);
                for (int point = 0; point < TGeometry.Points; point++)
                {
                    nint at = ((nint)point * channels) + start;
                    TLanes.Store(TLanes.MultiplyAdd(TLanes.Subtract(TLanes.Load(input + at), mean), scale, shift), output + at);
                }
            }
        }

        private static TVector Sum<TLanes, TVector>(float* point, TVector center, bool squares)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector total = TLanes.Zero;
            for (int block = 0; block < TGeometry.Points; block += Block)
            {
                TVector sum = TLanes.Zero;
                for (int i = Math.Min(Block, TGeometry.Points - block); i > 0; i--, point += TGeometry.Channels)
                {
                    TVector x = TLanes.Subtract(TLanes.Load(point), center);
                    sum = squares ? TLanes.MultiplyAdd(x, x, sum) : TLanes.Add(sum, x);
                }

                total = TLanes.Add(total, sum);
            }

            return total;
        }
    }
}
