using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Deals the channels of two maps round, as <see cref="ChannelShuffling"/> does those of two groups, where layers read the
/// result in halves (Ma et al., "ShuffleNet V2", 2018): each half is a map of its own, so that neither joining the two
/// maps nor splitting the result copies anything.
/// <code>
/// left   l0 l1 l2 l3        first    l0 r0 l1 r1
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
        ArgumentNullException.ThrowIfNull(team);
        if (TGeometry.Groups != 2 || TGeometry.Channels % 4 != 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Halves are shuffled of two groups and a number of channels that four divides, not of {TGeometry.Groups} groups and {TGeometry.Channels} channels."));
        }

        int half = TGeometry.Channels / 2, length = TGeometry.Points * half;
        Lengths.Check(left, length, first, length);
        Lengths.Check(right, length, second, length);
        fixed (float* l = left, r = right, a = first, b = second)
        {
            Work work = new()
            {
                Left = l,
                Right = r,
                First = a,
                Second = b,
                Points = TGeometry.Points,
                Share = half / 2,
                Width = VectorWidths.Fitting(half / 2, VectorWidths.Widest),
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
            for (nint offset = 2 * (nint)point * share; offset < 2 * (nint)end * share; offset += 2 * share)
            {
                float* left = Left + offset, right = Right + offset, to = First + offset;
                for (int part = 0; part < 2; part++, left += share, right += share, to = Second + offset)
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
            for (nint offset = 2 * (nint)point * Share; offset < 2 * (nint)end * Share; offset += 2 * Share)
            {
                for (int c = 0; c < Share; c++)
                {
                    First[offset + (2 * c)] = Left[offset + c];
                    First[offset + (2 * c) + 1] = Right[offset + c];
                    Second[offset + (2 * c)] = Left[offset + Share + c];
                    Second[offset + (2 * c) + 1] = Right[offset + Share + c];
                }
            }
        }
    }
}
