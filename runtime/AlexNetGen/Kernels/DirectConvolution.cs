using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution by its definition, without copies of windows (im2col): channels last, a row of the kernel is one run of
/// floats. A 1x1 kernel makes it a plain matrix product.
/// <code>
/// chunk   [group][block of output channels][strip of pixels]      strips innermost: a block's weights stay in the
///                                                                 second-level cache for all pixels
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
        };
        team.Run(work._layout.Groups * work._layout.Blocks * strips, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int strip = chunk % _strips, block = chunk / _strips % _layout.Blocks, group = chunk / _strips / _layout.Blocks;
        int vectors = _layout.BlockVectors(block), before = _layout.VectorsBefore(block) * TLanes.Count;
        int channel = (group * _layout.Outputs) + before;
        int pixel = strip * StripPixels, end = Math.Min(pixel + StripPixels, _sizes.OutputHeight * _sizes.OutputWidth);
        ConvolutionTile tile = new(_sizes, _epilogue)
        {
            Map = _map + (group * _layout.Inputs),
            Weight = _weight + ((((nint)group * _layout.Vectors * TLanes.Count) + before) * _layout.Inputs * _layout.Taps),
            Channel = channel,
            Channels = Math.Min(vectors * TLanes.Count, _layout.Outputs - before),
            Inputs = _layout.Inputs,
        };
        switch (vectors)
        {
            case 1:
                int middle = Middle(pixel, end);
                tile.Run<TLanes, TVector, One, Two>(pixel, middle);
                tile.Run<TLanes, TVector, One, One>(middle, end);
                break;
            case 2 when TLanes.TileVectors > 2:
                middle = Middle(pixel, end);
                tile.Run<TLanes, TVector, Two, Two>(pixel, middle);
                tile.Run<TLanes, TVector, Two, One>(middle, end);
                break;
            case 2:
                tile.Run<TLanes, TVector, Two, One>(pixel, end);
                break;
            case 3:
                tile.Run<TLanes, TVector, Three, One>(pixel, end);
                break;
            default:
                tile.Run<TLanes, TVector, Four, One>(pixel, end);
                break;
        }
    }

    // Where tiles of twelve pixels end: the rest fits into a tile of six.
    private static int Middle(int pixel, int end)
    {
        int rest = (end - pixel) % (2 * ConvolutionTile.Pixels);
        return rest is > 0 and <= ConvolutionTile.Pixels ? end - rest : end;
    }
}
