using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The rows of a fully connected layer's weight times the inputs. One image: a chunk's rows in four or eight parts, a row
/// of each side by side, since memory serves several streams faster than one, and the longer they are the faster.
/// Several images: four rows, panel by panel, so that each is read from memory once.
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

    // Features that all images are multiplied with before the next ones: their weights then come from the cache.
    private const int Panel = 512;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int first = chunk * _chunkRows, end = Math.Min(first + _chunkRows, TGeometry.OutputFeatures);
        int done = _operands.Images == 1 ? RowsOfImage(first, end) : RowsOfImages(first, end);
        float sum;
        for (; done < end; done++)
        {
            for (int image = 0; image < _operands.Images; image++)
            {
                OneRow(RowOf(done), _operands.Inputs + ((nint)image * _operands.InputStride), &sum);
                Finish(sum, done, image);
            }
        }
    }

    // Returns the first row that is left.
    private readonly int RowsOfImage(int first, int end)
    {
        int streams = TElements.Bytes < sizeof(float) ? Rows : BatchRows, rows = (end - first) / streams;
        nint apart = (nint)rows * RowBytes;
        float* sums = stackalloc float[Rows];
        for (int row = 0; row < rows; row++)
        {
            byte* w = RowOf(first + row);
            if (streams == Rows)
            {
                EightRows(w, apart, _operands.Inputs, sums);
            }
            else
            {
                FourRows(w, apart, _operands.Inputs, sums);
            }

            for (int stream = 0; stream < streams; stream++)
            {
                Finish(sums[stream], first + (stream * rows) + row, image: 0);
            }
        }

        return first + (streams * rows);
    }

    private readonly int RowsOfImages(int first, int end)
    {
        for (; first <= end - BatchRows; first += BatchRows)
        {
            FourRowsOfImages(first);
        }

        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void FourRowsOfImages(int first)
    {
        int most = FullyConnectedTile<TGeometry, TLanes, TVector, TElements>.MostImages, passes = (_operands.Images + most - 1) / most;
        float* vectors = stackalloc float[passes * most * BatchRows * TLanes.Count];
        new Span<float>(vectors, passes * most * BatchRows * TLanes.Count).Clear();
        byte* w = RowOf(first);
        nint done = TGeometry.InputFeatures / TLanes.Count * TLanes.Count;
        for (nint panel = 0; panel < done; panel += Panel)
        {
            // What is read next: these rows' next panel, or the next rows' first; shared out over the passes.
            nint ahead = panel + Panel < done ? Panel * TElements.Bytes : (BatchRows * (nint)RowBytes) - (panel * TElements.Bytes);
            for (int pass = 0; pass < passes; pass++)
            {
                FullyConnectedTile<TGeometry, TLanes, TVector, TElements>.Add(
                    w,
                    _operands.Inputs + ((nint)pass * most * _operands.InputStride),
                    _operands.InputStride,
                    Math.Min(most, _operands.Images - (pass * most)),
                    panel,
                    Math.Min(panel + Panel, done),
                    vectors + (pass * most * BatchRows * TLanes.Count),
                    w + ahead + (BatchRows * pass / passes * (nint)RowBytes),
                    (BatchRows * (pass + 1) / passes) - (BatchRows * pass / passes));
            }
        }

        for (int image = 0; image < _operands.Images; image++)
        {
            for (int row = 0; row < BatchRows; row++, vectors += TLanes.Count)
            {
                Finish(Sum(TLanes.Load(vectors), w + ((nint)row * RowBytes), _operands.Inputs + ((nint)image * _operands.InputStride), done), first + row, image);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte* RowOf(int row) => _operands.Weight + ((nint)row * RowBytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Finish(float sum, int row, int image)
    {
        float y = TElements.IsScaled ? sum * _operands.Scale[row] : sum;
        y = _operands.Bias == null ? y : y + _operands.Bias[row];
        _operands.Outputs[((nint)image * _operands.OutputStride) + row] = TGeometry.ReLU ? LanesScalar.RectifiedLinear(y) : y;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRows(byte* w, nint apart, float* x, float* sums)
    {
        int features = TGeometry.InputFeatures, line = Line / TElements.Bytes;
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        nint i = 0;
        for (; i <= features - line; i += line)
        {
            PrefetchFour(w, apart, i);
            PrefetchFour(w + (4 * apart), apart, i);
            AddEight(w, apart, x, i, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            if (line > TLanes.Count)
            {
                AddEight(w, apart, x, i + TLanes.Count, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }

            if (line > 2 * TLanes.Count)
            {
                AddEight(w, apart, x, i + (2 * TLanes.Count), ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
                AddEight(w, apart, x, i + (3 * TLanes.Count), ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }

            for (nint rest = i + (4 * TLanes.Count); rest < i + line; rest += TLanes.Count)
            {
                AddEight(w, apart, x, rest, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
            }
        }

        for (; i <= features - TLanes.Count; i += TLanes.Count)
        {
            AddEight(w, apart, x, i, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
        }

        Sum(a0, a1, a2, a3, w, apart, x, i, sums);
        Sum(a4, a5, a6, a7, w + (4 * apart), apart, x, i, sums + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddEight(
        byte* w, nint apart, float* x, nint i, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3, ref TVector a4, ref TVector a5, ref TVector a6, ref TVector a7)
    {
        AddFour(w, apart, x, i, ref a0, ref a1, ref a2, ref a3);
        AddFour(w + (4 * apart), apart, x, i, ref a4, ref a5, ref a6, ref a7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour(byte* w, nint apart, float* x, nint i, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3)
    {
        TVector v = TLanes.Load(x + i);
        a0 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w, i), a0);
        a1 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w + apart, i), a1);
        a2 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w + (2 * apart), i), a2);
        a3 = TLanes.MultiplyAdd(v, TElements.Load<TLanes, TVector>(w + (3 * apart), i), a3);
    }

    // Whole floats fill the four streams that memory serves best, which the hardware's own prefetcher follows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(byte* w, nint apart, float* x, float* sums)
    {
        int features = TGeometry.InputFeatures;
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0;
        nint i = 0;
        for (; i <= features - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            AddFour(w, apart, x, i, ref a0, ref a1, ref a2, ref a3);
            AddFour(w, apart, x, i + TLanes.Count, ref a0, ref a1, ref a2, ref a3);
        }

        for (; i <= features - TLanes.Count; i += TLanes.Count)
        {
            AddFour(w, apart, x, i, ref a0, ref a1, ref a2, ref a3);
        }

        Sum(a0, a1, a2, a3, w, apart, x, i, sums);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(TVector a0, TVector a1, TVector a2, TVector a3, byte* w, nint apart, float* x, nint done, float* sums)
    {
        sums[0] = Sum(a0, w, x, done);
        sums[1] = Sum(a1, w + apart, x, done);
        sums[2] = Sum(a2, w + (2 * apart), x, done);
        sums[3] = Sum(a3, w + (3 * apart), x, done);
    }

    /// <summary>The sum of a row: its vectors, then what is left after them, by ever narrower ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(TVector vectors, byte* w, float* x, nint done)
    {
        float sum = TLanes.Sum(vectors);
        if (TLanes.Count > Lanes256.Count && TGeometry.InputFeatures % TLanes.Count >= Lanes256.Count)
        {
            sum += Lanes256.Sum(Lanes256.Multiply(Lanes256.Load(x + done), TElements.Load<Lanes256, Vector256<float>>(w, done)));
            done += Lanes256.Count;
        }

        if (TLanes.Count > Lanes128.Count && TGeometry.InputFeatures % Lanes256.Count >= Lanes128.Count)
        {
            sum += Lanes128.Sum(Lanes128.Multiply(Lanes128.Load(x + done), TElements.Load<Lanes128, Vector128<float>>(w, done)));
            done += Lanes128.Count;
        }

        for (; done < TGeometry.InputFeatures; done++)
        {
            sum += x[done] * TElements.Load<LanesScalar, float>(w, done);
        }

        return sum;
    }

    // Past the end of the array it is harmless: a prefetch never faults.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchFour(byte* w, nint apart, nint index)
    {
        if (Sse.IsSupported)
        {
            w += (index * TElements.Bytes) + Ahead;
            Sse.Prefetch0(w);
            Sse.Prefetch0(w + apart);
            Sse.Prefetch0(w + (2 * apart));
            Sse.Prefetch0(w + (3 * apart));
        }
    }
}
