using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Deals the channels of two maps round, as <see cref="ChannelShuffling"/> does those of two groups, without joining them
/// (Ma et al., "ShuffleNet V2", 2018). Where layers read the result in halves, each half is a map of its own, so that
/// splitting it copies nothing either.
/// <code>
/// left   l0 l1 l2 l3        first    l0 r0 l1 r1        or whole    l0 r0 l1 r1 l2 r2 l3 r3
/// right  r0 r1 r2 r3        second   l2 r2 l3 r3
/// </code>
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class HalvesShuffling
{
    // Points of a chunk: worth waking a thread for.
    private const int ChunkPoints = 64;

    /// <summary>Deals the channels of each point.</summary>
    /// <typeparam name="TGeometry">The shuffle of the joined map: two groups, a number of channels that four divides.</typeparam>
    /// <param name="left">[Points][Channels / 2], the first group.</param>
    /// <param name="right">[Points][Channels / 2], the second group.</param>
    /// <param name="first">[Points][Channels / 2], the result's first half. May overlap none of the others.</param>
    /// <param name="second">[Points][Channels / 2], its second half. May overlap none of the others.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length, or the geometry has no such halves.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> first, Span<float> second, Team team)
        where TGeometry : struct, IChannelShuffle
    {
        int half = TGeometry.Channels / 2, length = TGeometry.Points * half;
        Lengths.Check(left, length, first, length);
        Lengths.Check(right, length, second, length);
        fixed (float* a = first, b = second)
        {
            Run<TGeometry>(left, right, a, b, half, team);
        }
    }

    /// <summary>Deals the channels of each point into one map.</summary>
    /// <typeparam name="TGeometry">The shuffle of the joined map: two groups, a number of channels that four divides.</typeparam>
    /// <param name="left">[Points][Channels / 2], the first group.</param>
    /// <param name="right">[Points][Channels / 2], the second group.</param>
    /// <param name="output">[Points][Channels]. May overlap none of the others.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length, or the geometry has no such halves.</exception>
    public static void ForwardWhole<TGeometry>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, Team team)
        where TGeometry : struct, IChannelShuffle
    {
        int half = TGeometry.Channels / 2, length = TGeometry.Points * half;
        Lengths.Check(left, length, output, 2 * length);
        Lengths.Check(right, length, output, 2 * length);
        fixed (float* whole = output)
        {
            Run<TGeometry>(left, right, whole, whole + half, 2 * half, team);
        }
    }

    private static void Run<TGeometry>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, float* first, float* second, int step, Team team)
        where TGeometry : struct, IChannelShuffle
    {
        ArgumentNullException.ThrowIfNull(team);
        if (TGeometry.Groups != 2 || TGeometry.Channels % 4 != 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Halves are shuffled of two groups and a number of channels that four divides, not of {TGeometry.Groups} groups and {TGeometry.Channels} channels."));
        }

        fixed (float* l = left, r = right)
        {
            Work work = new()
            {
                Left = l,
                Right = r,
                First = first,
                Second = second,
                Step = step,
                Points = TGeometry.Points,
                Share = TGeometry.Channels / 4,
                Width = VectorWidths.Fitting(TGeometry.Channels / 4, VectorWidths.Widest),
            };
            team.Run((TGeometry.Points + ChunkPoints - 1) / ChunkPoints, ref work);
        }
    }

    [SkipLocalsInit]
    private struct Work : IParallelWork
    {
        public float* Left;
        public float* Right;
        public float* First;
        public float* Second;
        public int Step;
        public int Points;
        public int Share;
        public VectorWidth Width;

        public readonly void Run(int chunk)
        {
            int point = chunk * ChunkPoints, end = Math.Min(point + ChunkPoints, Points);
            switch (Width)
            {
                case VectorWidth.Bits512:
                    Deal<Lanes512, Vector512<float>>(point, end);
                    break;
                case VectorWidth.Bits256:
                    Deal<Lanes256, Vector256<float>>(point, end);
                    break;
                case VectorWidth.Bits128:
                    Deal<Lanes128, Vector128<float>>(point, end);
                    break;
                default:
                    Deal(point, end);
                    break;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Deal<TLanes, TVector>(int point, int end)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            // Of two vectors of the result, lane i is channel i / 2 of the left where i is even, of the right where it is odd.
            int* constants = stackalloc int[3 * TLanes.Count];
            for (int i = 0; i < TLanes.Count; i++)
            {
                constants[i] = i / 2;
                constants[TLanes.Count + i] = (TLanes.Count + i) / 2;
                constants[(2 * TLanes.Count) + i] = i % 2 == 1 ? -1 : 0;
            }

            float* index = (float*)constants;
            TVector low = TLanes.Load(index), high = TLanes.Load(index + TLanes.Count), isOdd = TLanes.Load(index + (2 * TLanes.Count));
            int share = Share, last = share - TLanes.Count;
            for (nint i = point; i < end; i++)
            {
                float* left = Left + (2 * i * share), right = Right + (2 * i * share), to = First + (i * Step);
                for (int part = 0; part < 2; part++, left += share, right += share, to = Second + (i * Step))
                {
                    // The last vectors may begin before the ones before them end.
                    for (int c = 0; ; c = Math.Min(c + TLanes.Count, last))
                    {
                        TVector l = TLanes.Load(left + c), r = TLanes.Load(right + c);
                        TLanes.Store(TLanes.Select(isOdd, TLanes.Permute(r, low), TLanes.Permute(l, low)), to + (2 * c));
                        TLanes.Store(TLanes.Select(isOdd, TLanes.Permute(r, high), TLanes.Permute(l, high)), to + (2 * c) + TLanes.Count);
                        if (c == last)
                        {
                            break;
                        }
                    }
                }
            }
        }

        private readonly void Deal(int point, int end)
        {
            for (nint i = point; i < end; i++)
            {
                float* left = Left + (2 * i * Share), right = Right + (2 * i * Share), first = First + (i * Step), second = Second + (i * Step);
                for (int c = 0; c < Share; c++)
                {
                    first[2 * c] = left[c];
                    first[(2 * c) + 1] = right[c];
                    second[2 * c] = left[Share + c];
                    second[(2 * c) + 1] = right[Share + c];
                }
            }
        }
    }
}
