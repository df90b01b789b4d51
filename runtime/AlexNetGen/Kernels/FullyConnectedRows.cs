using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The rows of a fully connected layer's weight times the inputs. One image: eight rows side by side, since memory
/// serves several streams faster than one. Several: four rows times two or four images, the rows read from memory for
/// the first of them and from the second-level cache after.
/// </summary>
/// <remarks>Each output is summed in one order, whatever the tile, so that a batch gives the bits of single images.</remarks>
internal unsafe struct FullyConnectedRows<TGeometry, TLanes, TVector, TElements> : IParallelWork
    where TGeometry : struct, IFullyConnected
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TElements : struct, IStoredElements
{
    private const int Line = 64;
    private const int Chunks = 64;
    private const int Rows = 8;
    private const int BatchRows = 4;

    // 2 KB ahead of each stream, where the hardware's own prefetcher falls behind.
    private const int Ahead = 2048;

    // Less is over before another thread has woken up.
    private const int BytesWorthSharing = 1 << 18;

    private static int RowBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TGeometry.InputFeatures * TElements.Bytes;
    }

    private FullyConnectedOperands _operands;
    private int _chunkRows;

    /// <summary>Computes all outputs of all images.</summary>
    public static void Run(FullyConnectedOperands operands, Team team)
    {
        FullyConnectedRows<TGeometry, TLanes, TVector, TElements> rows = new() { _operands = operands };
        long bytes = (long)TGeometry.InputFeatures * TGeometry.OutputFeatures * TElements.Bytes;
        int chunks = bytes < BytesWorthSharing ? 1 : Chunks;
        rows._chunkRows = Rows * ((TGeometry.OutputFeatures + (Rows * chunks) - 1) / (Rows * chunks));
        team.Run((TGeometry.OutputFeatures + rows._chunkRows - 1) / rows._chunkRows, ref rows);
    }

    /// <summary>Computes a chunk of the outputs.</summary>
    public readonly void Run(int chunk)
    {
        int first = chunk * _chunkRows, end = Math.Min(first + _chunkRows, TGeometry.OutputFeatures);
        int together = _operands.Images == 1 && TElements.Bytes < sizeof(float) ? Rows : BatchRows;
        float* sums = stackalloc float[BatchRows * 4];
        for (; first <= end - together; first += together)
        {
            if (_operands.Images > 1)
            {
                FourRowsOfImages(first, sums);
                continue;
            }

            if (together == Rows)
            {
                EightRows(RowOf(first), _operands.Inputs, sums);
            }
            else
            {
                FourRows(RowOf(first), _operands.Inputs, sums);
            }

            for (int row = 0; row < together; row++)
            {
                Finish(sums[row], first + row, image: 0);
            }
        }

        for (; first < end; first++)
        {
            for (int image = 0; image < _operands.Images; image++)
            {
                OneRow(RowOf(first), _operands.Inputs + ((nint)image * _operands.InputStride), sums);
                Finish(sums[0], first, image);
            }
        }
    }

    private readonly void FourRowsOfImages(int first, float* sums)
    {
        // Four images need 16 accumulators, which only AVX-512 has registers for.
        int together = TLanes.Count == 16 ? 4 : 2;
        for (int image = 0; image < _operands.Images; image += together)
        {
            // Past the last image, the last is repeated.
            float* x0 = _operands.Inputs + ((nint)image * _operands.InputStride);
            nint last = _operands.Images - 1 - image;
            float* x1 = x0 + (Math.Min(1, last) * _operands.InputStride);
            if (together == 4 && last > 1)
            {
                FourRowsFourImages(RowOf(first), x0, x1, x0 + (2 * (nint)_operands.InputStride), x0 + (Math.Min(3, last) * _operands.InputStride), sums);
            }
            else
            {
                FourRowsTwoImages(RowOf(first), x0, x1, sums);
            }

            for (int i = 0; i < Math.Min(together, last + 1); i++)
            {
                for (int row = 0; row < BatchRows; row++)
                {
                    Finish(sums[(i * BatchRows) + row], first + row, image + i);
                }
            }
        }
    }

    private readonly byte* RowOf(int row) => _operands.Weight + ((nint)row * RowBytes);

    private readonly void Finish(float sum, int row, int image)
    {
        float y = TElements.IsScaled ? sum * _operands.Scale[row] : sum;
        y = _operands.Bias == null ? y : y + _operands.Bias[row];
        _operands.Outputs[((nint)image * _operands.OutputStride) + row] = TGeometry.ReLU ? LanesScalar.RectifiedLinear(y) : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRows(byte* w, float* x, float* sums)
    {
        int features = TGeometry.InputFeatures, line = Line / TElements.Bytes;
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        nint i = 0;
        for (; i <= features - line; i += line)
        {
            PrefetchFour(w, i);
            PrefetchFour(w + (4 * RowBytes), i);
            AddEight(w, x, i, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            if (line > TLanes.Count)
            {
                AddEight(w, x, i + TLanes.Count, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }

            if (line > 2 * TLanes.Count)
            {
                AddEight(w, x, i + (2 * TLanes.Count), ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
                AddEight(w, x, i + (3 * TLanes.Count), ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }

            for (nint rest = i + (4 * TLanes.Count); rest < i + line; rest += TLanes.Count)
            {
                AddEight(w, x, rest, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }
        }

        for (; i <= features - TLanes.Count; i += TLanes.Count)
        {
            AddEight(w, x, i, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
        }

        Sum(a0, a1, a2, a3, w, x, i, sums);
        Sum(a4, a5, a6, a7, w + (4 * RowBytes), x, i, sums + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddEight(
        byte* w, float* x, nint i, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3, ref TVector a4, ref TVector a5, ref TVector a6, ref TVector a7)
    {
        AddFour(w, x, i, ref a0, ref a1, ref a2, ref a3);
        AddFour(w + (4 * RowBytes), x, i, ref a4, ref a5, ref a6, ref a7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour(byte* w, float* x, nint i, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3)
    {
        TVector v = TLanes.Load(x + i);
        a0 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w, i), a0);
        a1 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w + RowBytes, i), a1);
        a2 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w + (2 * RowBytes), i), a2);
        a3 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w + (3 * RowBytes), i), a3);
    }

    // Whole floats fill the four streams that memory serves best, which the hardware's own prefetcher follows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(byte* w, float* x, float* sums)
    {
        int features = TGeometry.InputFeatures;
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0;
        nint i = 0;
        for (; i <= features - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            AddFour(w, x, i, ref a0, ref a1, ref a2, ref a3);
            AddFour(w, x, i + TLanes.Count, ref a0, ref a1, ref a2, ref a3);
        }

        for (; i <= features - TLanes.Count; i += TLanes.Count)
        {
            AddFour(w, x, i, ref a0, ref a1, ref a2, ref a3);
        }

        Sum(a0, a1, a2, a3, w, x, i, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRowsTwoImages(byte* w, float* x0, float* x1, float* sums)
    {
        int features = TGeometry.InputFeatures, row = RowBytes, line = Line / TElements.Bytes;
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        nint i = 0;
        while (i <= features - TLanes.Count)
        {
            nint end = Math.Min(i + line, features - TLanes.Count + 1);
            PrefetchFour(w, i);
            for (; i < end; i += TLanes.Count)
            {
                TVector v0 = TLanes.Load(x0 + i), v1 = TLanes.Load(x1 + i);
                TVector u = TElements.Load<TLanes, TVector>(w, i);
                a0 = TLanes.MultiplyAdd(v0, u, a0);
                b0 = TLanes.MultiplyAdd(v1, u, b0);
                u = TElements.Load<TLanes, TVector>(w + row, i);
                a1 = TLanes.MultiplyAdd(v0, u, a1);
                b1 = TLanes.MultiplyAdd(v1, u, b1);
                u = TElements.Load<TLanes, TVector>(w + (2 * row), i);
                a2 = TLanes.MultiplyAdd(v0, u, a2);
                b2 = TLanes.MultiplyAdd(v1, u, b2);
                u = TElements.Load<TLanes, TVector>(w + (3 * row), i);
                a3 = TLanes.MultiplyAdd(v0, u, a3);
                b3 = TLanes.MultiplyAdd(v1, u, b3);
            }
        }

        Sum(a0, a1, a2, a3, w, x0, i, sums);
        Sum(b0, b1, b2, b3, w, x1, i, sums + BatchRows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRowsFourImages(byte* w, float* x0, float* x1, float* x2, float* x3, float* sums)
    {
        int features = TGeometry.InputFeatures, row = RowBytes, line = Line / TElements.Bytes;
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        TVector c0 = a0, c1 = a0, c2 = a0, c3 = a0, d0 = a0, d1 = a0, d2 = a0, d3 = a0;
        nint i = 0;
        while (i <= features - TLanes.Count)
        {
            nint end = Math.Min(i + line, features - TLanes.Count + 1);
            PrefetchFour(w, i);
            for (; i < end; i += TLanes.Count)
            {
                TVector v0 = TLanes.Load(x0 + i), v1 = TLanes.Load(x1 + i), v2 = TLanes.Load(x2 + i), v3 = TLanes.Load(x3 + i);
                TVector u = TElements.Load<TLanes, TVector>(w, i);
                a0 = TLanes.MultiplyAdd(v0, u, a0);
                b0 = TLanes.MultiplyAdd(v1, u, b0);
                c0 = TLanes.MultiplyAdd(v2, u, c0);
                d0 = TLanes.MultiplyAdd(v3, u, d0);
                u = TElements.Load<TLanes, TVector>(w + row, i);
                a1 = TLanes.MultiplyAdd(v0, u, a1);
                b1 = TLanes.MultiplyAdd(v1, u, b1);
                c1 = TLanes.MultiplyAdd(v2, u, c1);
                d1 = TLanes.MultiplyAdd(v3, u, d1);
                u = TElements.Load<TLanes, TVector>(w + (2 * row), i);
                a2 = TLanes.MultiplyAdd(v0, u, a2);
                b2 = TLanes.MultiplyAdd(v1, u, b2);
                c2 = TLanes.MultiplyAdd(v2, u, c2);
                d2 = TLanes.MultiplyAdd(v3, u, d2);
                u = TElements.Load<TLanes, TVector>(w + (3 * row), i);
                a3 = TLanes.MultiplyAdd(v0, u, a3);
                b3 = TLanes.MultiplyAdd(v1, u, b3);
                c3 = TLanes.MultiplyAdd(v2, u, c3);
                d3 = TLanes.MultiplyAdd(v3, u, d3);
            }
        }

        Sum(a0, a1, a2, a3, w, x0, i, sums);
        Sum(b0, b1, b2, b3, w, x1, i, sums + BatchRows);
        Sum(c0, c1, c2, c3, w, x2, i, sums + (2 * BatchRows));
        Sum(d0, d1, d2, d3, w, x3, i, sums + (3 * BatchRows));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(byte* w, float* x, float* sums)
    {
        TVector a = TLanes.Zero;
        nint i = 0;
        for (; i <= TGeometry.InputFeatures - TLanes.Count; i += TLanes.Count)
        {
            a = TLanes.MultiplyAdd(TLanes.Load(x + i), TElements.Load<TLanes, TVector>(w, i), a);
        }

        sums[0] = Sum(a, w, x, i);
    }

    private static void Sum(TVector a0, TVector a1, TVector a2, TVector a3, byte* w, float* x, nint done, float* sums)
    {
        sums[0] = Sum(a0, w, x, done);
        sums[1] = Sum(a1, w + RowBytes, x, done);
        sums[2] = Sum(a2, w + (2 * RowBytes), x, done);
        sums[3] = Sum(a3, w + (3 * RowBytes), x, done);
    }

    /// <summary>The sum of a row: its vectors, then what is left after them.</summary>
    private static float Sum(TVector vectors, byte* w, float* x, nint done)
    {
        float sum = TLanes.Sum(vectors);
        for (; done < TGeometry.InputFeatures; done++)
        {
            sum += x[done] * TElements.Load<LanesScalar, float>(w, done);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchFour(byte* w, nint index)
    {
        Prefetch(w, index, 0);
        Prefetch(w, index, RowBytes);
        Prefetch(w, index, 2 * RowBytes);
        Prefetch(w, index, 3 * RowBytes);
    }

    // Past the end of the array it is harmless: a prefetch never faults.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(byte* w, nint index, int row)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(w + row + (index * TElements.Bytes) + Ahead);
        }
    }
}
