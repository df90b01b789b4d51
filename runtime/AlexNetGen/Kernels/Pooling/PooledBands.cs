using System.Diagnostics;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The bands of a convolution and the rows of a pool that can be computed from them. A chunk is some neighbouring bands. Windows
/// that reach into two chunks wait in a seam, a copy of the rows on both sides, until both are done:
/// <code>
///   chunk 0   . . . . . . . .   |        rows within a chunk are pooled at once
///             . . . . . . . .   |  seam
///   chunk 1   . . . . . . . .   |
///             . . . . . . . .   |
/// </code>
/// </summary>
/// <typeparam name="TPooling">The pool.</typeparam>
internal unsafe struct PooledBands<TPooling> : IParallelWork
    where TPooling : struct, IPooling
{
    // Threads that have room of their own; more wait for each other.
    private const int MostChunks = 8;

    // Where there are enough bands: a worker who is late leaves one of his two to the others.
    private const int ChunksOfThread = 2;

    // A seam takes its rows from the chunks on both sides: two bands are at least two rows, which a window of three shares.
    private const int FewestBands = 2;
    private const int MostKernelRows = 3;

    private readonly ConvolutionBands _bands;
    private readonly VectorWidth _width;
    private int _chunks;
    private ScratchPlaces _places;

    /// <summary>Divides a convolution.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="width">The vector width that its weights are packed for.</param>
    public PooledBands(in ConvolutionSizes sizes, VectorWidth width)
    {
        _bands = new ConvolutionBands(sizes, width);
        _width = VectorWidths.Fitting(TPooling.Channels, width);
    }

    /// <summary>The convolution's input.</summary>
    public float* Map;

    /// <summary>The packed weights.</summary>
    public float* Weight;

    /// <summary>What follows the convolution.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>Room for threads and seams.</summary>
    public float* Scratch;

    /// <summary>The pool's output.</summary>
    public float* Output;

    /// <summary>Counts the time of the convolution and of the pool; null where nobody asks.</summary>
    public long* Ticks;

    /// <summary>Whether the pool's windows are of a size that is computed so.</summary>
    public static bool Fits => TPooling.KernelHeight <= MostKernelRows && TPooling.DilationHeight == 1;

    /// <summary>Floats of the scratch.</summary>
    public readonly int ScratchLength => (MostChunks * PlaceLength) + ((MostChunks - 1) * SeamLength);

    // The rows below its first one that a window reaches.
    private static int Reach => TPooling.KernelHeight - 1;

    private readonly int PlaceLength => _bands.RoomLength + AlignedArray.WholeLines((_bands.MostRows + Reach) * _bands.RowLength);

    private readonly int SeamLength => AlignedArray.WholeLines(2 * Reach * _bands.RowLength);

    private readonly float* Seams => Scratch + (MostChunks * PlaceLength);

    /// <summary>Computes all.</summary>
    public void Run(Team team)
    {
        _chunks = team.Threads == 1 ? 1 : Math.Clamp(_bands.Count / FewestBands, 1, Math.Min(MostChunks, ChunksOfThread * team.Threads));
        _places = new ScratchPlaces(MostChunks);
        team.Run(_chunks, ref this);
        for (int seam = 1; seam < _chunks; seam++)
        {
            int row = FirstRow(seam);
            float* rows = Seam(seam) - ((nint)(row - Reach) * _bands.RowLength);
            for (int y = FirstFrom(row) - 1; y >= 0 && End(y) > row; y--)
            {
                MaxPooling.Row<TPooling>(rows, Output, y, _width);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int place = _places.Take(), first = FirstRow(chunk), end = FirstRow(chunk + 1);
        float* room = Scratch + ((nint)place * PlaceLength), rows = room + _bands.RoomLength;
        ConvolutionEpilogue epilogue = Epilogue;
        epilogue.OutputLength = (_bands.MostRows + Reach) * _bands.RowLength;
        int kept = first, firstBand = FirstBand(chunk);
        for (int band = firstBand, y = chunk == 0 ? 0 : FirstFrom(first); band < FirstBand(chunk + 1); band++)
        {
            long begin = Ticks is null ? 0 : Stopwatch.GetTimestamp();
            int there = _bands.First(band), after = _bands.First(band + 1);
            epilogue.Output = rows + ((nint)(there - kept) * _bands.RowLength);
            _bands.Run(band, band > firstBand, Map, Weight, room, epilogue);
            long middle = LayerClock.Count(Ticks, 0, begin);
            if (chunk > 0)
            {
                KeepForSeam(chunk, rows, kept, there, Math.Min(after, first + Reach));
            }

            if (chunk < _chunks - 1)
            {
                KeepForSeam(chunk + 1, rows, kept, Math.Max(there, end - Reach), after);
            }

            for (; y < TPooling.OutputHeight && End(y) <= after; y++)
            {
                MaxPooling.Row<TPooling>(rows - ((nint)kept * _bands.RowLength), Output, y, _width);
            }

            // The rows that the next windows still reach make room for new ones.
            int from = Math.Clamp((y * TPooling.StrideHeight) - TPooling.PaddingTop, kept, after);
            Copy(rows + ((nint)(from - kept) * _bands.RowLength), rows, after - from);
            kept = from;
            LayerClock.Count(Ticks, 1, middle);
        }

        _places.Return(place);
    }

    // The rows that the pool's row reads: to the first one below.
    private static int End(int y) => Math.Min((y * TPooling.StrideHeight) - TPooling.PaddingTop + TPooling.KernelHeight, TPooling.InputHeight);

    // The first of the pool's rows that reads no row above this one.
    private static int FirstFrom(int row) => (row + TPooling.PaddingTop + TPooling.StrideHeight - 1) / TPooling.StrideHeight;

    private readonly int FirstBand(int chunk) => (int)((long)_bands.Count * chunk / _chunks);

    private readonly int FirstRow(int chunk) => _bands.First(FirstBand(chunk));

    // The copy of the rows on both sides of a chunk's first row.
    private readonly float* Seam(int chunk) => Seams + ((nint)(chunk - 1) * SeamLength);

    private readonly void KeepForSeam(int chunk, float* rows, int kept, int first, int end)
    {
        if (first < end)
        {
            Copy(rows + ((nint)(first - kept) * _bands.RowLength), Seam(chunk) + ((nint)(first - FirstRow(chunk) + Reach) * _bands.RowLength), end - first);
        }
    }

    private readonly void Copy(float* source, float* destination, int rows)
    {
        long bytes = (long)rows * _bands.RowLength * sizeof(float);
        Buffer.MemoryCopy(source, destination, bytes, bytes);
    }
}
