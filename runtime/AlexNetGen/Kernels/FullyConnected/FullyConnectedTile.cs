using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tiles of a fully connected layer: a vector of outputs of each of some blocks, times the inputs of one
/// image or of several. The blocks lie far apart, since memory serves several streams faster than one.
/// </summary>
internal static unsafe class FullyConnectedTile<TLanes, TVector, TElements>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TElements : struct, IStoredElements
{
    /// <summary>Blocks at once that are read from memory, for one image.</summary>
    public const int Streams = 4;

    /// <summary>Blocks at once, at most: two products a cycle wait four cycles for their sums.</summary>
    public const int MostStreams = 8;

    /// <summary>Blocks at once, for several images.</summary>
    public const int BatchStreams = 3;

    // Bytes ahead of each stream of single bytes, whose conversion leaves the hardware's own prefetcher behind; it follows
    // wider elements by itself, and faster than a core can ask. First into the second-level cache, then again, since busy
    // memory drops some of what it is asked for.
    private const int FirstAhead = 4096;
    private const int Ahead = 512;

    // The same for several images: there is more time until it is needed.
    private const int BatchFirstAhead = 8192;
    private const int BatchAhead = 1024;

    // Processors that compute 512 bits at once have less time to ask in: once is faster there. Two bytes are asked for as well
    // where one thread has the memory to itself.
    private const int OnceAhead = 4096;
    private const int OnceAheadOfTwoBytes = 2048;

    // Features between two prefetches: a line of each stream.
    private const int Step = 4;

    /// <summary>Images at once: 3 blocks x 8 are 24 accumulators of AVX-512's 32 registers, 3 x 4 are 12 of AVX2's 16.</summary>
    public static int Images
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.Count > Lanes256.Count ? 8 : 4;
    }

    private static bool AsksOnce => TLanes.Count == Lanes512.Count && !VectorWidths.AreHalved(VectorWidth.Bits512);

    /// <summary>Bytes ahead of each stream that <see cref="OneImage"/> asks for; 0 where the hardware does by itself.</summary>
    /// <param name="threads">The threads that read.</param>
    public static int AheadOf(int threads) => TElements.Bytes switch
    {
        sizeof(byte) => OnceAhead,
        sizeof(ushort) when threads == 1 && AsksOnce => OnceAheadOfTwoBytes,
        _ => 0,
    };

    /// <summary>Adds the products of two to eight blocks with one image.</summary>
    /// <typeparam name="TStreams">The number of blocks, an even one.</typeparam>
    /// <param name="weights">The first weights of each block.</param>
    /// <param name="x">The first input.</param>
    /// <param name="features">The number of inputs.</param>
    /// <param name="totals">[block][lane].</param>
    /// <param name="ahead">As <see cref="AheadOf"/> says.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneImage<TStreams>(byte** weights, float* x, int features, float* totals, int ahead)
        where TStreams : struct, ICount
    {
        // Before the first accumulator: what lives across a call is spilled inside the loops too.
        bool asksOnce = AsksOnce;
        byte* w0 = weights[0], w1 = weights[1], w2 = weights[2], w3 = weights[3], w4 = weights[4], w5 = weights[5], w6 = weights[6], w7 = weights[7];
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        nint vector = TLanes.Count * TElements.Bytes;
        float* end = x + features;
        for (; x <= end - Step; x += Step)
        {
            Prefetch(w0, ahead, asksOnce);
            Prefetch(w1, ahead, asksOnce);
            if (TStreams.Value > 2)
            {
                Prefetch(w2, ahead, asksOnce);
                Prefetch(w3, ahead, asksOnce);
            }

            for (int i = 0; i < Step; i++)
            {
                Multiply<TStreams>(TLanes.Broadcast(x[i]), i * vector, w0, w1, w2, w3, w4, w5, w6, w7, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }

            w0 += Step * vector;
            w1 += Step * vector;
            w2 += Step * vector;
            w3 += Step * vector;
            w4 += Step * vector;
            w5 += Step * vector;
            w6 += Step * vector;
            w7 += Step * vector;
        }

        for (nint at = 0; x < end; x++, at += vector)
        {
            Multiply<TStreams>(TLanes.Broadcast(*x), at, w0, w1, w2, w3, w4, w5, w6, w7, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
        }

        Add(a0, totals);
        Add(a1, totals + TLanes.Count);
        if (TStreams.Value > 2)
        {
            Add(a2, totals + (2 * TLanes.Count));
            Add(a3, totals + (3 * TLanes.Count));
        }

        if (TStreams.Value > 4)
        {
            Add(a4, totals + (4 * TLanes.Count));
            Add(a5, totals + (5 * TLanes.Count));
        }

        if (TStreams.Value > 6)
        {
            Add(a6, totals + (6 * TLanes.Count));
            Add(a7, totals + (7 * TLanes.Count));
        }
    }

    /// <summary>Adds the products of three blocks with four or eight images.</summary>
    /// <typeparam name="TImages">The number of images.</typeparam>
    /// <param name="weights">The first weights of each block.</param>
    /// <param name="inputs">The first input of each image.</param>
    /// <param name="features">The number of inputs.</param>
    /// <param name="totals">[image][block][lane].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SeveralImages<TImages>(byte** weights, float** inputs, int features, float* totals)
        where TImages : struct, ICount
    {
        bool asksOnce = AsksOnce;
        byte* w0 = weights[0], w1 = weights[1], w2 = weights[2];
        float* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3];
        float* x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7];
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        TVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0;
        TVector c0 = a0, c1 = a0, c2 = a0, c3 = a0, c4 = a0, c5 = a0, c6 = a0, c7 = a0;
        nint vector = TLanes.Count * TElements.Bytes;
        for (nint i = 0; i < features; i++)
        {
            PrefetchForBatch(w0, asksOnce);
            PrefetchForBatch(w1, asksOnce);
            PrefetchForBatch(w2, asksOnce);

            TVector u = Load(w0), v = Load(w1), w = Load(w2);
            Add(x0[i], u, v, w, ref a0, ref b0, ref c0);
            Add(x1[i], u, v, w, ref a1, ref b1, ref c1);
            Add(x2[i], u, v, w, ref a2, ref b2, ref c2);
            Add(x3[i], u, v, w, ref a3, ref b3, ref c3);
            if (TImages.Value > 4)
            {
                Add(x4[i], u, v, w, ref a4, ref b4, ref c4);
                Add(x5[i], u, v, w, ref a5, ref b5, ref c5);
                Add(x6[i], u, v, w, ref a6, ref b6, ref c6);
                Add(x7[i], u, v, w, ref a7, ref b7, ref c7);
            }

            w0 += vector;
            w1 += vector;
            w2 += vector;
        }

        Add(a0, b0, c0, totals);
        Add(a1, b1, c1, totals + (3 * TLanes.Count));
        Add(a2, b2, c2, totals + (6 * TLanes.Count));
        Add(a3, b3, c3, totals + (9 * TLanes.Count));
        if (TImages.Value > 4)
        {
            Add(a4, b4, c4, totals + (12 * TLanes.Count));
            Add(a5, b5, c5, totals + (15 * TLanes.Count));
            Add(a6, b6, c6, totals + (18 * TLanes.Count));
            Add(a7, b7, c7, totals + (21 * TLanes.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply<TStreams>(
        TVector x, nint at, byte* w0, byte* w1, byte* w2, byte* w3, byte* w4, byte* w5, byte* w6, byte* w7,
        ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3, ref TVector a4, ref TVector a5, ref TVector a6, ref TVector a7)
        where TStreams : struct, ICount
    {
        a0 = TLanes.MultiplyAdd(x, Load(w0 + at), a0);
        a1 = TLanes.MultiplyAdd(x, Load(w1 + at), a1);
        if (TStreams.Value > 2)
        {
            a2 = TLanes.MultiplyAdd(x, Load(w2 + at), a2);
            a3 = TLanes.MultiplyAdd(x, Load(w3 + at), a3);
        }

        if (TStreams.Value > 4)
        {
            a4 = TLanes.MultiplyAdd(x, Load(w4 + at), a4);
            a5 = TLanes.MultiplyAdd(x, Load(w5 + at), a5);
        }

        if (TStreams.Value > 6)
        {
            a6 = TLanes.MultiplyAdd(x, Load(w6 + at), a6);
            a7 = TLanes.MultiplyAdd(x, Load(w7 + at), a7);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load(byte* w) => TElements.Load<TLanes, TVector>(w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float x, TVector u, TVector v, TVector w, ref TVector a, ref TVector b, ref TVector c)
    {
        TVector input = TLanes.Broadcast(x);
        a = TLanes.MultiplyAdd(input, u, a);
        b = TLanes.MultiplyAdd(input, v, b);
        c = TLanes.MultiplyAdd(input, w, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector a, TVector b, TVector c, float* totals)
    {
        Add(a, totals);
        Add(b, totals + TLanes.Count);
        Add(c, totals + (2 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector sum, float* totals) => TLanes.Store(TLanes.Add(TLanes.Load(totals), sum), totals);

    // Past the end of the array it is harmless: a prefetch never faults.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchForBatch(byte* w, bool asksOnce)
    {
        if (Sse.IsSupported && asksOnce)
        {
            Sse.Prefetch0(w + OnceAhead);
        }
        else if (Sse.IsSupported)
        {
            Sse.Prefetch1(w + BatchFirstAhead);
            Sse.Prefetch0(w + BatchAhead);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(byte* w, nint ahead, bool asksOnce)
    {
        if (!Sse.IsSupported || TElements.Bytes == sizeof(float) || ahead == 0)
        {
            return;
        }

        if (asksOnce)
        {
            // What is read until the next time: one line of single bytes, two of pairs.
            Sse.Prefetch0(w + ahead);
            if (TElements.Bytes > sizeof(byte))
            {
                Sse.Prefetch0(w + ahead + (AlignedArray.LineFloats * sizeof(float)));
            }
        }
        else
        {
            Sse.Prefetch1(w + FirstAhead);
            Sse.Prefetch0(w + Ahead);
        }
    }
}
