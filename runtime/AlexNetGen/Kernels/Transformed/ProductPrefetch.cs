using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>What <see cref="ProductTile"/> asks the caches for with every input channel; nothing where a processor has no such instruction.</summary>
internal static unsafe class ProductPrefetch
{
    private const int Line = 16;

    // Input channels whose weights are fetched ahead of their use: less than half of the first-level cache.
    private const int ChannelsAhead = 24;

    /// <summary>Some lines of later weights, from memory into the second-level cache.</summary>
    /// <param name="next">The first.</param>
    /// <param name="apart">Floats from one line to the next.</param>
    /// <param name="lines">How many, up to three.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Next(float* next, nint apart, int lines)
    {
        if (!Sse.IsSupported || lines == 0)
        {
            return;
        }

        Sse.Prefetch1(next);
        if (lines > 1)
        {
            Sse.Prefetch1(next + apart);
            if (lines > 2)
            {
                Sse.Prefetch1(next + (2 * apart));
            }
        }
    }

    /// <summary>
    /// Weights that are read soon, into the first-level cache. Memory drops some of what it is asked for while it is busy: this
    /// second time mends that. Tiles of narrower vectors load once for every product or two, and have no time for it.
    /// </summary>
    /// <param name="weight">What the weights of this input channel are made of.</param>
    /// <param name="lines">Lines that come from memory with it: weights are fetched by the tile that asks for these.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Soon<TLanes, TVector, TWeights, TVectors>(float* weight, int lines)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWeights : struct, IPointWeights
        where TVectors : struct, ICount
    {
        if (!Sse.IsSupported || TLanes.Count < Lanes512.Count || lines == 0)
        {
            return;
        }

        float* ahead = weight + (ChannelsAhead * TWeights.Stride * TVectors.Value * Line);
        Sse.Prefetch0(ahead);
        if (TVectors.Value > 1)
        {
            Sse.Prefetch0(ahead + Line);
        }

        if (TVectors.Value > 2)
        {
            Sse.Prefetch0(ahead + (2 * Line));
        }
    }
}
