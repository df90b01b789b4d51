using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution by its definition, without copies of windows (im2col): channels last, a row of the kernel is one run of
/// floats. A 1x1 kernel makes it a plain matrix product.
/// <code>
/// chunk   [part of the pixels][group][block of output channels][strip of pixels]
///                     where the weights are more than the map: a block's weights stay in the second-level cache
///         [part of the pixels][group][strip of pixels][block of output channels]
///                     where the map is more
/// </code>
/// A thread has a part, the same pixels in layer after layer, which stay in its cache; but where the weights are many
/// times more than the maps there is a single part, and a thread has some blocks, so that it reads only their weights.
/// </summary>
internal unsafe struct DirectConvolution<TLanes, TVector> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // To begin a strip takes as long as two or three tiles of few input channels: it is many tiles, but reads no more than a
    // quarter of a second-level cache, 256 KB, unless those are too few.
    private const int FewestStripTiles = 16;
    private const int MostStripTiles = 128;
    private const int MostStripInput = 64 * 1024;

    // Weights that are read for each part, in terms of the maps that are then not exchanged between caches.
    private const int MostWeightsOfParts = 4;

    // The next block is fetched ahead where a second-level cache holds it beside this one.
    private const int MostNextLength = 96 * 1024;

    // Of what lies behind the layer's weights, 96 KB: the next layer's, in the order in which they were taken.
    private const int FollowingLength = 24 * 1024;

    private ConvolutionSizes _sizes;
    private ConvolutionLayout _layout;
    private ConvolutionEpilogue _epilogue;
    private float* _map;
    private float* _weight;
    private int _partPixels;
    private int _strips;
    private int _stripPixels;
    private bool _blocksInnermost;
    private bool _fetchesOutput;

    /// <summary>Convolves the (padded) map; the lengths have been checked.</summary>
    public static void Run(in ConvolutionSizes sizes, float* map, float* weight, in ConvolutionEpilogue epilogue, Team team)
    {
        int pixels = sizes.OutputHeight * sizes.OutputWidth;
        long maps = sizes.InputLength + ((long)pixels * sizes.OutputChannels);
        ConvolutionLayout layout = ConvolutionLayout.Of(sizes, (VectorWidth)TLanes.Count);

        // Whole rows for the tiles that follow them, else pairs of tiles.
        bool followsRows = NarrowTile.Fits<TLanes, TVector>(sizes, layout.BlockVectors(0)) || RowTile.Fits(sizes, layout.TilePixels);
        bool byRows = followsRows && NarrowTile.RowPixels(sizes) < pixels;
        int step = byRows ? sizes.OutputWidth : 2 * layout.TilePixels;
        int parts = sizes.WeightLength > MostWeightsOfParts * maps ? 1 : Math.Min(team.Threads, Tiles(pixels, step));
        int partPixels = Tiles(Tiles(pixels, parts), step) * step;
        int stripTiles = Math.Clamp(MostStripInput / (layout.TilePixels * Tiles(sizes.InputLength, pixels)), FewestStripTiles, MostStripTiles);
        int strips = Tiles(partPixels, stripTiles * layout.TilePixels);
        bool blocksInnermost = sizes.InputLength > sizes.WeightLength;
        DirectConvolution<TLanes, TVector> work = new()
        {
            _sizes = sizes,
            _layout = layout,
            _epilogue = epilogue,
            _map = map,
            _weight = weight,
            _partPixels = partPixels,
            _strips = strips,
            _stripPixels = Tiles(Tiles(partPixels, strips), step) * step,
            _blocksInnermost = blocksInnermost,

            // Stores wait for lines that they ask for first; but of several threads', another cache may have them.
            _fetchesOutput = blocksInnermost && parts == 1 && epilogue.OutputLength > ConvolutionTile.LargestInCache,
        };
        team.Run(parts * work._layout.Groups * work._layout.Blocks * strips, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int blocks = _layout.Blocks, groups = chunk / _strips / blocks, group = groups % _layout.Groups;
        (int block, int strip) = _blocksInnermost
            ? (chunk % blocks, chunk / blocks % _strips)
            : (chunk / _strips % blocks, chunk % _strips);
        int first = groups / _layout.Groups * _partPixels, pixel = first + (strip * _stripPixels);
        int last = Math.Min(first + _partPixels, _sizes.OutputHeight * _sizes.OutputWidth), end = Math.Min(pixel + _stripPixels, last);
        if (pixel >= end)
        {
            return;
        }

        int vectors = _layout.BlockVectors(block), lanes = _layout.BlockLanes(block), before = _layout.VectorsBefore(block) * TLanes.Count;
        int channel = (group * _layout.Outputs) + before;
        float* map = _map + (group * _layout.Inputs);
        float* weight = _weight + ((((nint)group * _layout.Vectors * TLanes.Count) + before) * _layout.Inputs * _layout.Taps);
        int channels = Math.Min(lanes, _layout.Outputs - before);
        ConvolutionTile tile = new(_sizes, _epilogue) { Map = map, Weight = weight, WeightStep = lanes, Channel = channel, Channels = channels, Inputs = _layout.Inputs };
        bool isLast = block == blocks - 1, isLastOfAll = isLast && group == _layout.Groups - 1;

        // Where all blocks follow in a strip, the first one reads weights from memory.
        if (_blocksInnermost ? (strip == 0 && !isLast) || (strip == _strips - 1 && isLastOfAll) : !isLast || isLastOfAll)
        {
            int nextLength = isLast ? FollowingLength : _layout.BlockLanes(block + 1) * _layout.Inputs * _layout.Taps;
            (int part, int parts) = _blocksInnermost ? (0, 1) : (strip, _strips);
            nint from = (nint)((long)nextLength * part / parts), to = (nint)((long)nextLength * (part + 1) / parts);
            tile.Next = weight + ((nint)lanes * _layout.Inputs * _layout.Taps) + from;
            tile.NextLength = nextLength <= MostNextLength ? (int)(to - from) : 0;
        }
        else if (_fetchesOutput)
        {
            // Each block fetches its share of what the next strip writes.
            int next = Math.Min(_stripPixels, last - end), step = _epilogue.OutputStep;
            int from = (int)((long)next * block / blocks), to = (int)((long)next * (block + 1) / blocks);
            tile.Next = _epilogue.Output + ((nint)(end + from) * step);
            tile.NextLength = (to - from) * step;
        }

        if (_layout.IsHalf(block))
        {
            Run<Lanes256, Vector256<float>>(tile, vectors, pixel, end);
        }
        else
        {
            Run<TLanes, TVector>(tile, vectors, pixel, end);
        }
    }

    private readonly void Run<TBlock, TBlockVector>(in ConvolutionTile tile, int vectors, int pixel, int end)
        where TBlock : struct, ILanes<TBlockVector>
        where TBlockVector : struct
    {
        // A narrow tile computes some pixels twice, so that what is added must be elsewhere.
        bool isNarrow = _layout.TilePixels == 6 || TBlock.Count < TLanes.Count;
        if (PointTile.Fits(_sizes))
        {
            RunPoint<TBlock, TBlockVector>(tile, vectors);
        }
        else if (isNarrow && _epilogue.Addend != _epilogue.Output && NarrowTile.Fits<TBlock, TBlockVector>(_sizes, vectors))
        {
            if (vectors == 1)
            {
                NarrowTile.Run<TBlock, TBlockVector, One>(tile, pixel, end);
            }
            else
            {
                NarrowTile.Run<TBlock, TBlockVector, Two>(tile, pixel, end);
            }
        }
        else if (_layout.TilePixels == 7)
        {
            Run<TBlock, TBlockVector, Seven>(tile, vectors, pixel, end);
        }
        else
        {
            Run<TBlock, TBlockVector, Six>(tile, vectors, pixel, end);
        }
    }

    private static void RunPoint<TBlock, TBlockVector>(in ConvolutionTile tile, int vectors)
        where TBlock : struct, ILanes<TBlockVector>
        where TBlockVector : struct
    {
        switch (vectors)
        {
            case 1:
                PointTile.Run<TBlock, TBlockVector, One>(tile);
                break;
            case 2:
                PointTile.Run<TBlock, TBlockVector, Two>(tile);
                break;
            case 4:
                PointTile.Run<TBlock, TBlockVector, Four>(tile);
                break;
            default:
                PointTile.Run<TBlock, TBlockVector, Three>(tile);
                break;
        }
    }

    private static void Run<TBlock, TBlockVector, TPixels>(in ConvolutionTile tile, int vectors, int pixel, int end)
        where TBlock : struct, ILanes<TBlockVector>
        where TBlockVector : struct
        where TPixels : struct, ICount
    {
        switch (vectors)
        {
            case 1:
                Run<TBlock, TBlockVector, One, TPixels>(tile, pixel, end);
                break;
            case 2:
                Run<TBlock, TBlockVector, Two, TPixels>(tile, pixel, end);
                break;
            case 4 when TPixels.Value == 6:
                Run<TBlock, TBlockVector, Four, TPixels>(tile, pixel, end);
                break;
            default:
                Run<TBlock, TBlockVector, Three, TPixels>(tile, pixel, end);
                break;
        }
    }

    private static void Run<TBlock, TBlockVector, TCount, TPixels>(in ConvolutionTile tile, int pixel, int end)
        where TBlock : struct, ILanes<TBlockVector>
        where TBlockVector : struct
        where TCount : struct, ICount
        where TPixels : struct, ICount
    {
        if (RowTile.Fits(tile.Sizes, TPixels.Value))
        {
            RowTile.Run<TBlock, TBlockVector, TCount, TPixels>(tile, pixel, end);
        }
        else
        {
            tile.Run<TBlock, TBlockVector, TCount, TPixels>(pixel, end);
        }
    }

    private static int Tiles(int pixels, int tile) => (pixels + tile - 1) / tile;
}
