using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution by its definition, without copies of windows (im2col): channels last, a row of the kernel is one run of
/// floats. A 1x1 kernel makes it a plain matrix product.
/// <code>
/// chunk   [group][block of output channels][strip of pixels]      where the weights are more than the map: a block's
///                                                                 weights stay in the second-level cache for all pixels
///         [group][strip of pixels][block of output channels]      where the map is more
/// </code>
/// </summary>
internal unsafe struct DirectConvolution<TLanes, TVector> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // 16 register tiles.
    private const int StripPixels = 16 * ConvolutionTile.Pixels;

    private ConvolutionSizes _sizes;
    private ConvolutionLayout _layout;
    private ConvolutionEpilogue _epilogue;
    private float* _map;
    private float* _weight;
    private int _strips;
    private bool _blocksInnermost;

    /// <summary>Convolves the (padded) map; the lengths have been checked.</summary>
    public static void Run(in ConvolutionSizes sizes, float* map, float* weight, in ConvolutionEpilogue epilogue, Team team)
    {
        int strips = ((sizes.OutputHeight * sizes.OutputWidth) + StripPixels - 1) / StripPixels;
        DirectConvolution<TLanes, TVector> work = new()
        {
            _sizes = sizes,
            _layout = ConvolutionLayout.Of(sizes, (VectorWidth)TLanes.Count),
            _epilogue = epilogue,
            _map = map,
            _weight = weight,
            _strips = strips,
            _blocksInnermost = sizes.InputLength > sizes.WeightLength,
        };
        team.Run(work._layout.Groups * work._layout.Blocks * strips, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int blocks = _layout.Blocks, group = chunk / _strips / blocks;
        (int block, int strip) = _blocksInnermost
            ? (chunk % blocks, chunk / blocks % _strips)
            : (chunk / _strips % blocks, chunk % _strips);
        int vectors = _layout.BlockVectors(block), before = _layout.VectorsBefore(block) * TLanes.Count;
        int channel = (group * _layout.Outputs) + before;
        int pixel = strip * StripPixels, end = Math.Min(pixel + StripPixels, _sizes.OutputHeight * _sizes.OutputWidth);
        float* map = _map + (group * _layout.Inputs);
        float* weight = _weight + ((((nint)group * _layout.Vectors * TLanes.Count) + before) * _layout.Inputs * _layout.Taps);
        int channels = Math.Min(vectors * TLanes.Count, _layout.Outputs - before);
        if (vectors < TLanes.TileVectors && vectors <= 2 && PointwiseTile.Fits(_sizes))
        {
            PointwiseTile narrow = new(_sizes, _epilogue) { Map = map, Weight = weight, Channel = channel, Channels = channels, Inputs = _layout.Inputs };
            int middle = pixel + ((end - pixel) / PointwiseTile.Pixels * PointwiseTile.Pixels);
            if (vectors == 1)
            {
                narrow.Run<TLanes, TVector, One>(pixel, middle);
            }
            else
            {
                narrow.Run<TLanes, TVector, Two>(pixel, middle);
            }

            pixel = middle;
        }

        ConvolutionTile tile = new(_sizes, _epilogue) { Map = map, Weight = weight, Channel = channel, Channels = channels, Inputs = _layout.Inputs };
        switch (vectors)
        {
            case 1:
                tile.Run<TLanes, TVector, One>(pixel, end);
                break;
            case 2:
                tile.Run<TLanes, TVector, Two>(pixel, end);
                break;
            case 3:
                tile.Run<TLanes, TVector, Three>(pixel, end);
                break;
            default:
                tile.Run<TLanes, TVector, Four>(pixel, end);
                break;
        }
    }
}
