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
        ConvolutionTile tile = new(_sizes)
        {
            Map = _map + (group * _layout.Inputs),
            Weight = _weight + ((((nint)group * _layout.Vectors * TLanes.Count) + before) * _layout.Inputs * _layout.Taps),
            Bias = _epilogue.Bias + channel,
            Output = _epilogue.Output + channel,
            Channels = Math.Min(vectors * TLanes.Count, _layout.Outputs - before),
            Inputs = _layout.Inputs,
            ReLU = _epilogue is { ReLU: true, Factor: null, Addend: null },
        };
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

        if (_epilogue.Factor is not null || _epilogue.Addend is not null)
        {
            ConvolutionEpilogue rest = _epilogue;
            rest.Bias = null;
            rest.Run<TLanes, TVector>(
                rest.Output + ((nint)pixel * rest.OutputChannels) + channel, rest.OutputChannels, pixel, end - pixel, channel, tile.Channels);
        }
    }
}
