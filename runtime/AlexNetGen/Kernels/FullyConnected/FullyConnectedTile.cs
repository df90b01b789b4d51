using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of a fully connected layer for several images: four rows of the weight times two or four inputs.
/// <code>
/// w0  . . . . panel . . . .        x0  . . . . panel . . . .      each row times each image is one vector of sums,
/// w1  . . . .                      x1  . . . .                    which rests in memory from one panel to the next
/// </code>
/// </summary>
internal static unsafe class FullyConnectedTile<TGeometry, TLanes, TVector, TElements>
    where TGeometry : struct, IFullyConnected
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TElements : struct, IStoredElements
{
    private const int Line = 64;

    /// <summary>Images of a tile: four need 16 accumulators, which only AVX-512 has registers for.</summary>
    public static int MostImages => TLanes.Count == 16 ? 4 : 2;

    private static int RowBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TGeometry.InputFeatures * TElements.Bytes;
    }

    /// <summary>Adds a panel's products to the sums.</summary>
    /// <param name="w">The first row.</param>
    /// <param name="x">The first image.</param>
    /// <param name="stride">Floats from one image to the next.</param>
    /// <param name="images">At most <see cref="MostImages"/>.</param>
    /// <param name="from">The first feature.</param>
    /// <param name="to">The feature after the last; whole vectors lie between.</param>
    /// <param name="sums">[image][row][lane], for as many images as fit a tile.</param>
    /// <param name="next">What is fetched meanwhile: the first feature of a row.</param>
    /// <param name="nextRows">How many rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(byte* w, float* x, nint stride, int images, nint from, nint to, float* sums, byte* next, int nextRows)
    {
        // Past the last image, the last is repeated.
        float* x1 = x + (Math.Min(1, images - 1) * stride);
        if (MostImages == 4 && images > 2)
        {
            FourImages(w, x, x1, x + (2 * stride), x + ((images - 1) * stride), from, to, sums, next, nextRows);
        }
        else
        {
            TwoImages(w, x, x1, from, to, sums, next, nextRows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoImages(byte* w, float* x0, float* x1, nint from, nint to, float* sums, byte* next, int nextRows)
    {
        int line = Line / TElements.Bytes;
        Load(sums, out TVector a0, out TVector a1, out TVector a2, out TVector a3);
        Load(sums + (4 * TLanes.Count), out TVector b0, out TVector b1, out TVector b2, out TVector b3);
        for (nint i = from; i < to;)
        {
            nint end = Math.Min(i + line, to);
            Prefetch(next + (i * TElements.Bytes), nextRows);
            for (; i < end; i += TLanes.Count)
            {
                TVector v0 = TLanes.Load(x0 + i), v1 = TLanes.Load(x1 + i);
                TVector u = TElements.Load<TLanes, TVector>(w, i);
                a0 = TLanes.MultiplyAdd(v0, u, a0);
                b0 = TLanes.MultiplyAdd(v1, u, b0);
                u = TElements.Load<TLanes, TVector>(w + RowBytes, i);
                a1 = TLanes.MultiplyAdd(v0, u, a1);
                b1 = TLanes.MultiplyAdd(v1, u, b1);
                u = TElements.Load<TLanes, TVector>(w + (2 * RowBytes), i);
                a2 = TLanes.MultiplyAdd(v0, u, a2);
                b2 = TLanes.MultiplyAdd(v1, u, b2);
                u = TElements.Load<TLanes, TVector>(w + (3 * RowBytes), i);
                a3 = TLanes.MultiplyAdd(v0, u, a3);
                b3 = TLanes.MultiplyAdd(v1, u, b3);
            }
        }

        Store(sums, a0, a1, a2, a3);
        Store(sums + (4 * TLanes.Count), b0, b1, b2, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourImages(byte* w, float* x0, float* x1, float* x2, float* x3, nint from, nint to, float* sums, byte* next, int nextRows)
    {
        int line = Line / TElements.Bytes;
        Load(sums, out TVector a0, out TVector a1, out TVector a2, out TVector a3);
        Load(sums + (4 * TLanes.Count), out TVector b0, out TVector b1, out TVector b2, out TVector b3);
        Load(sums + (8 * TLanes.Count), out TVector c0, out TVector c1, out TVector c2, out TVector c3);
        Load(sums + (12 * TLanes.Count), out TVector d0, out TVector d1, out TVector d2, out TVector d3);
        for (nint i = from; i < to;)
        {
            nint end = Math.Min(i + line, to);
            Prefetch(next + (i * TElements.Bytes), nextRows);
            for (; i < end; i += TLanes.Count)
            {
                TVector v0 = TLanes.Load(x0 + i), v1 = TLanes.Load(x1 + i), v2 = TLanes.Load(x2 + i), v3 = TLanes.Load(x3 + i);
                TVector u = TElements.Load<TLanes, TVector>(w, i);
                a0 = TLanes.MultiplyAdd(v0, u, a0);
                b0 = TLanes.MultiplyAdd(v1, u, b0);
                c0 = TLanes.MultiplyAdd(v2, u, c0);
                d0 = TLanes.MultiplyAdd(v3, u, d0);
                u = TElements.Load<TLanes, TVector>(w + RowBytes, i);
                a1 = TLanes.MultiplyAdd(v0, u, a1);
                b1 = TLanes.MultiplyAdd(v1, u, b1);
                c1 = TLanes.MultiplyAdd(v2, u, c1);
                d1 = TLanes.MultiplyAdd(v3, u, d1);
                u = TElements.Load<TLanes, TVector>(w + (2 * RowBytes), i);
                a2 = TLanes.MultiplyAdd(v0, u, a2);
                b2 = TLanes.MultiplyAdd(v1, u, b2);
                c2 = TLanes.MultiplyAdd(v2, u, c2);
                d2 = TLanes.MultiplyAdd(v3, u, d2);
                u = TElements.Load<TLanes, TVector>(w + (3 * RowBytes), i);
                a3 = TLanes.MultiplyAdd(v0, u, a3);
                b3 = TLanes.MultiplyAdd(v1, u, b3);
                c3 = TLanes.MultiplyAdd(v2, u, c3);
                d3 = TLanes.MultiplyAdd(v3, u, d3);
            }
        }

        Store(sums, a0, a1, a2, a3);
        Store(sums + (4 * TLanes.Count), b0, b1, b2, b3);
        Store(sums + (8 * TLanes.Count), c0, c1, c2, c3);
        Store(sums + (12 * TLanes.Count), d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(float* sums, out TVector a, out TVector b, out TVector c, out TVector d)
    {
        a = TLanes.Load(sums);
        b = TLanes.Load(sums + TLanes.Count);
        c = TLanes.Load(sums + (2 * TLanes.Count));
        d = TLanes.Load(sums + (3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* sums, TVector a, TVector b, TVector c, TVector d)
    {
        TLanes.Store(a, sums);
        TLanes.Store(b, sums + TLanes.Count);
        TLanes.Store(c, sums + (2 * TLanes.Count));
        TLanes.Store(d, sums + (3 * TLanes.Count));
    }

    // Past the end of the array it is harmless: a prefetch never faults.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(byte* next, int rows)
    {
        for (; Sse.IsSupported && rows > 0; rows--, next += RowBytes)
        {
            Sse.Prefetch0(next);
        }
    }
}
