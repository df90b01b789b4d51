using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The work of <see cref="ExpandedDepthwise"/>: a chunk is a block of channels, one vector or a few, of a band of rows, which a
/// thread takes through both convolutions.
/// <code>
/// chunk   [band of rows][block of channels]           a band's input stays in the second-level cache for all blocks
/// room    [row][column][channel of the block]         the rows that windows still reach move up, then new ones follow
/// </code>
/// </summary>
internal unsafe struct ExpandedRows<TLanes, TVector, TKernel, TStride> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TKernel : struct, ICount
    where TStride : struct, ICount
{
    private ConvolutionSizes _sizes;
    private ConvolutionLayout _layout;
    private ConvolutionEpilogue _between;
    private DepthwiseOperands _operands;
    private float* _map;
    private float* _weight;
    private int _bands;
    private long* _ticks;

    /// <summary>Convolves; the pair and the lengths have been checked.</summary>
    /// <param name="sizes">The first convolution.</param>
    /// <param name="map">Its (padded) input.</param>
    /// <param name="weight">Its weights.</param>
    /// <param name="between">What follows it.</param>
    /// <param name="operands">The depthwise convolution, from its first channel on, without a map.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="ticks">Takes the time of both; null for none.</param>
    public static void Run(
        in ConvolutionSizes sizes, float* map, float* weight, in ConvolutionEpilogue between, in DepthwiseOperands operands, Team team, long* ticks)
    {
        ExpandedRows<TLanes, TVector, TKernel, TStride> work = new()
        {
            _sizes = sizes,
            _layout = ConvolutionLayout.Of(sizes, (VectorWidth)TLanes.Count),
            _between = between,
            _operands = operands,
            _map = map,
            _weight = weight,
            _ticks = ticks,
        };

        // At least two chunks for each thread.
        int bands = Math.Max(sizes.InputLength / ExpandedPair.BandInput, team.Threads == 1 ? 1 : ((2 * team.Threads) + work._layout.Blocks - 1) / work._layout.Blocks);
        work._bands = Math.Clamp(bands, 1, operands.Sizes.OutputHeight);
        team.Run(work._bands * work._layout.Blocks, ref work);
    }

    /// <inheritdoc/>
    public readonly void Run(int chunk)
    {
        (int band, int block) = int.DivRem(chunk, _layout.Blocks);
        int height = _operands.Sizes.OutputHeight, first = (int)((long)height * band / _bands), end = (int)((long)height * (band + 1) / _bands);
        if (_layout.IsHalf(block) || _sizes.OutputChannels < TLanes.Count)
        {
            Run<Lanes256, Vector256<float>>(block, first, end);
        }
        else
        {
            Run<TLanes, TVector>(block, first, end);
        }
    }

    // A block of the weights, for some rows of the output.
    [SkipLocalsInit]
    private readonly void Run<TBlock, TBlockVector>(int block, int first, int end)
        where TBlock : struct, ILanes<TBlockVector>
        where TBlockVector : struct
    {
        ConvolutionSizes depthwise = _operands.Sizes;
        int vectors = _layout.BlockVectors(block), channel = _layout.VectorsBefore(block) * TLanes.Count, channels = Math.Min(vectors * TBlock.Count, _sizes.OutputChannels - channel);
        int row = depthwise.InputWidth * channels, rows = Math.Max(ExpandedPair.RoomLength / row, depthwise.KernelHeight);
        float* memory = stackalloc float[(rows * row) + AlignedArray.LineFloats];
        float* room = AlignedArray.Line(memory);
        DepthwiseOperands operands = _operands;
        operands.MapStep = channels;
        operands.Channels = channels;
        operands.FirstChannel = channel;
        operands.Epilogue = From(_operands.Epilogue, channel);
        ConvolutionEpilogue between = From(_between, channel);
        between.OutputStep = channels;
        float* weight = _weight + ((nint)channel * _layout.Inputs * _layout.Taps);
        for (int y = first, kept = 0, there = 0, next; y < end; y = next)
        {
            // The rows that the next windows still reach make room for new ones.
            long begin = _ticks is null ? 0 : Stopwatch.GetTimestamp();
            int from = Math.Max((y * depthwise.StrideHeight) - depthwise.PaddingTop, 0);
            if (there > from)
            {
                long bytes = (long)(there - from) * row * sizeof(float);
                Buffer.MemoryCopy(room + ((from - kept) * row), room, bytes, bytes);
            }

            (kept, there) = (from, Math.Max(there, from));
            next = kept + rows >= depthwise.InputHeight ? end : Math.Clamp(((kept + rows + depthwise.PaddingTop - depthwise.KernelHeight) / depthwise.StrideHeight) + 1, y + 1, end);
            int to = Math.Min(((next - 1) * depthwise.StrideHeight) - depthwise.PaddingTop + depthwise.KernelHeight, depthwise.InputHeight);
            operands.Map = room - ((nint)kept * row);
            between.Output = operands.Map;
            if (to > there)
            {
                ConvolutionTile tile = new(_sizes, between) { Map = _map, Weight = weight, WeightStep = _layout.BlockLanes(block), Channels = channels, Inputs = _sizes.InputChannels };
                Expand<TBlock, TBlockVector>(tile, vectors, there * _sizes.OutputWidth, to * _sizes.OutputWidth);
                there = to;
            }

            long middle = LayerClock.Count(_ticks, 0, begin);
            if (TKernel.Value == 3)
            {
                DepthwiseRows<TBlock, TBlockVector, TStride>.Run(operands, y, next);
            }
            else
            {
                DepthwiseRowsOfFive<TBlock, TBlockVector, TStride>.Run(operands, y, next);
            }

            LayerClock.Count(_ticks, 1, middle);
        }
    }

    private static ConvolutionEpilogue From(ConvolutionEpilogue epilogue, int channel)
    {
        epilogue.Bias += channel;
        epilogue.Factor = epilogue.Factor is null ? null : epilogue.Factor + channel;
        epilogue.Shift += channel;
        epilogue.Output += channel;
        return epilogue;
    }

    // Some pixels of the first convolution.
    private static void Expand<TBlock, TBlockVector>(in ConvolutionTile tile, int vectors, int pixel, int end)
        where TBlock : struct, ILanes<TBlockVector>
        where TBlockVector : struct
    {
        bool isNarrow = NarrowTile.Fits<TBlock, TBlockVector>(tile.Sizes, vectors);
        switch (vectors)
        {
            case 1:
                NarrowTile.Run<TBlock, TBlockVector, One>(tile, pixel, end);
                break;
            case 2 when isNarrow:
                NarrowTile.Run<TBlock, TBlockVector, Two>(tile, pixel, end);
                break;
            case 2:
                RowTile.Run<TBlock, TBlockVector, Two, Six>(tile, pixel, end);
                break;
            case 3:
                RowTile.Run<TBlock, TBlockVector, Three, Six>(tile, pixel, end);
                break;
            default:
                RowTile.Run<TBlock, TBlockVector, Four, Six>(tile, pixel, end);
                break;
        }
    }
}
