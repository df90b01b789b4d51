using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Some rows of a transposed convolution's output: each output adds up the taps that fall on it, always in the same order, and what
/// follows is done in registers.
/// <code>
/// row     | 0 | 1 | 0 | 1 | 0 |      by phases of the stride: every second output has the same taps, of neighbouring inputs
/// </code>
/// </summary>
/// <typeparam name="TLanes">The vector width.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TTerm">What a tap adds.</typeparam>
[SkipLocalsInit]
internal unsafe struct TransposedSums<TLanes, TVector, TTerm> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TTerm : struct, ITransposedTerm
{
    // So that one who comes late finds less to do.
    private const int ChunksOfThread = 4;

    private TransposedConvolutionSizes _sizes;
    private ConvolutionEpilogue _epilogue;
    private float* _values;
    private float* _weight;
    private int _rows;
    private int _pixelValues;
    private int _first;
    private int _end;
    private int _chunks;
    private bool _isNarrow;

    /// <summary>Computes rows on all of whose outputs nothing more falls.</summary>
    /// <param name="sizes">The transposed convolution.</param>
    /// <param name="values">The products that are kept, or the input of a depthwise one.</param>
    /// <param name="weight">The weight of a depthwise one: [tap][channel].</param>
    /// <param name="epilogue">What follows, and where the output is.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="team">The threads that share the rows.</param>
    public static void Run(in TransposedConvolutionSizes sizes, float* values, float* weight, in ConvolutionEpilogue epilogue, int first, int end, Team team)
    {
        bool isShared = team.Threads > 1 && (end - first) * sizes.Columns.Output * sizes.OutputChannels >= RowKernel.FloatsWorthSharing;
        TransposedSums<TLanes, TVector, TTerm> work = new()
        {
            _sizes = sizes,
            _epilogue = epilogue,
            _values = values,
            _weight = weight,
            _rows = TTerm.IsWeighted ? sizes.Rows.Input : sizes.RowsKept,
            _pixelValues = TTerm.IsWeighted ? sizes.InputChannels : sizes.Products,
            _first = first,
            _end = end,
            _isNarrow = TransposedNarrowRow.Fits<TLanes, TVector>(sizes, epilogue),
            _chunks = isShared ? Math.Min(end - first, ChunksOfThread * team.Threads) : 1,
        };
        if (first < end)
        {
            team.Run(work._chunks, ref work);
        }
    }

    /// <inheritdoc/>
    public readonly void Run(int chunk)
    {
        int rows = _end - _first;
        int first = _first + (int)((long)rows * chunk / _chunks), end = _first + (int)((long)rows * (chunk + 1) / _chunks);
        int channels = _sizes.OutputChannels, repeatedLength = _isNarrow ? TransposedNarrowRow.RepeatedLength<TLanes, TVector>(_sizes) : 0;
        float* repeated = stackalloc float[3 * repeatedLength], room = stackalloc float[_isNarrow ? TransposedNarrowRow.RoomLength<TLanes, TVector>(_sizes) : 0];
        TransposedNarrowRow.Repeat(_epilogue.Bias, 0, channels, repeated, repeatedLength);
        TransposedNarrowRow.Repeat(_epilogue.Factor, 1, channels, repeated + repeatedLength, repeatedLength);
        TransposedNarrowRow.Repeat(_epilogue.Shift, 0, channels, repeated + (2 * repeatedLength), repeatedLength);
        for (int y = first; y < end; y++)
        {
            Row(y, repeated, repeatedLength, room);

            // A row without gaps is one run, however few its channels are.
            bool isRun = _epilogue.OutputStep == _sizes.OutputChannels;
            int pixels = isRun ? 1 : _sizes.Columns.Output;
            _epilogue.Activate<TLanes, TVector>((nint)y * _sizes.Columns.Output, pixels, 0, _sizes.Columns.Output / pixels * _sizes.OutputChannels);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Row(int y, float* repeated, int repeatedLength, float* room)
    {
        // The lines of what falls on this row, and of its weights.
        FallingTaps rowTaps = new(_sizes.Rows, y);
        (int first, int count) = rowTaps.Within(rowTaps.Source);
        float** lines = stackalloc float*[count];
        int groupOutputs = TTerm.IsWeighted ? _sizes.OutputChannels : _sizes.OutputChannels / _sizes.Groups;
        int tapRow = _sizes.Rows.TapStep * _sizes.Columns.Kernel * groupOutputs, firstTap = (rowTaps.Tap * _sizes.Columns.Kernel * groupOutputs) + (first * tapRow);
        for (int i = 0; i < count; i++)
        {
            int source = rowTaps.Source - ((first + i) * _sizes.Rows.SourceStep);
            lines[i] = _values + ((nint)(source % _rows) * _sizes.Columns.Input * _pixelValues) + (TTerm.IsWeighted ? 0 : firstTap + ((nint)i * tapRow));
        }

        if (_isNarrow)
        {
            int length = _sizes.Columns.Output * _sizes.OutputChannels;
            nint start = (nint)y * length;
            float* sums = TransposedNarrowRow.AddUp<TLanes, TVector>(_sizes, lines, count, room);
            TransposedNarrowRow.Finish<TLanes, TVector>(_epilogue, sums, start, length, repeated, repeatedLength);
            return;
        }

        int columnTap = _sizes.Columns.TapStep * groupOutputs, products = _sizes.Taps * groupOutputs;
        nint columnSource = (nint)_sizes.Columns.SourceStep * _pixelValues, step = (TTerm.IsWeighted ? 0 : columnTap) - columnSource;
        for (int phase = 0; phase < Math.Min(_sizes.Columns.Stride, _sizes.Columns.Output); phase++)
        {
            FallingTaps taps = new(_sizes.Columns, phase);
            for (int x = phase, source = taps.Source; x < _sizes.Columns.Output; x += _sizes.Columns.Stride, source++)
            {
                (int skipped, int tapCount) = taps.Within(source);
                nint tap = ((nint)taps.Tap * groupOutputs) + ((nint)skipped * columnTap);
                nint value = ((nint)source * _pixelValues) - (skipped * columnSource) + (TTerm.IsWeighted ? 0 : tap);
                nint offset = (((nint)y * _sizes.Columns.Output) + x) * _epilogue.OutputStep;
                float* weight = _weight + firstTap + tap;
                for (int group = 0; group < _sizes.OutputChannels; group += groupOutputs, value += products)
                {
                    int c = 0;
                    for (; c <= groupOutputs - (4 * TLanes.Count); c += 4 * TLanes.Count)
                    {
                        Channels<Four>(lines, count, value + c, tapCount, step, weight + c, tapRow, columnTap, group + c, offset, TLanes.Count);
                    }

                    for (; c < groupOutputs; c += TLanes.Count)
                    {
                        Channels<One>(lines, count, value + c, tapCount, step, weight + c, tapRow, columnTap, group + c, offset, groupOutputs - c);
                    }
                }
            }
        }
    }

    // Four whole vectors of channels, or one that may be partly filled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Channels<TCount>(
        float** lines, int lineCount, nint value, int taps, nint step, float* weight, nint weightLine, nint weightStep, int channel, nint offset, int lanes)
        where TCount : struct, ICount
    {
        TVector a = TLanes.Zero, b = a, c = a, d = a, mask = TLanes.First(Math.Min(lanes, TLanes.Count));
        for (int i = 0; i < lineCount; i++, weight += weightLine)
        {
            float* values = lines[i] + value, weights = weight;
            for (int k = taps; k > 0; k--, values += step, weights += weightStep)
            {
                if (TCount.Value == 1)
                {
                    a = TTerm.Add<TLanes, TVector>(a, values, weights, mask);
                }
                else
                {
                    a = TTerm.Add<TLanes, TVector>(a, values, weights);
                    b = TTerm.Add<TLanes, TVector>(b, values + TLanes.Count, weights + TLanes.Count);
                    c = TTerm.Add<TLanes, TVector>(c, values + (2 * TLanes.Count), weights + (2 * TLanes.Count));
                    d = TTerm.Add<TLanes, TVector>(d, values + (3 * TLanes.Count), weights + (3 * TLanes.Count));
                }
            }
        }

        bool isWhole = lanes >= TLanes.Count;
        Write(a, channel, offset, isWhole, mask);
        if (TCount.Value > 1)
        {
            Write(b, channel + TLanes.Count, offset, isWhole: true, mask);
            Write(c, channel + (2 * TLanes.Count), offset, isWhole: true, mask);
            Write(d, channel + (3 * TLanes.Count), offset, isWhole: true, mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write(TVector sum, int channel, nint offset, bool isWhole, TVector mask) =>
        _epilogue.Write<TLanes, TVector>(TLanes.Add(sum, TLanes.Load(_epilogue.Bias + channel)), channel, offset + channel, isWhole, mask);
}
