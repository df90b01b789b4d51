using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The rows of a max pool of 2x2 windows side by side, each computed from the input of the direct convolution that it reads, in
/// tiles of <see cref="PooledTile"/>. A chunk is some rows, vector by vector, so that a vector's weights stay in a cache.
/// </summary>
/// <typeparam name="TConvolution">The convolution.</typeparam>
/// <typeparam name="TPooling">The pool.</typeparam>
internal unsafe struct PooledRows<TConvolution, TPooling> : IParallelWork
    where TConvolution : struct, IConvolution
    where TPooling : struct, IPooling
{
    // Rows of the input that a chunk reads: a quarter of a second-level cache, 256 KB.
    private const int MostInput = 64 * 1024;

    private readonly ConvolutionLayout _layout;
    private readonly VectorWidth _width;
    private int _rows;

    /// <summary>Divides a convolution.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="width">The vector width that its weights are packed for.</param>
    public PooledRows(in ConvolutionSizes sizes, VectorWidth width)
    {
        _layout = ConvolutionLayout.Of(sizes, width);
        _width = width;
    }

    /// <summary>The convolution's (padded) input.</summary>
    public float* Map;

    /// <summary>The packed weights.</summary>
    public float* Weight;

    /// <summary>What follows the convolution; the output is the pool's.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>Whether the two are computed so: each window's pixels are two neighbours of two rows, and a row of the kernel is one run of floats.</summary>
    public static bool Fits =>
        (TPooling.KernelHeight, TPooling.KernelWidth, TPooling.StrideHeight, TPooling.StrideWidth) == (2, 2, 2, 2)
        && (TPooling.DilationHeight, TPooling.DilationWidth, TPooling.PaddingTop, TPooling.PaddingLeft) == (1, 1, 0, 0)
        && 2 * TPooling.OutputHeight <= TPooling.InputHeight && 2 * TPooling.OutputWidth <= TPooling.InputWidth
        && TConvolution.Groups == 1 && TConvolution.DilationWidth == 1 && !ActivationPass.IsNeeded(TConvolution.Activation);

    // Two pixels of few channels fill a vector of AVX-512, where their inputs are neighbours.
    private static bool ArePaired
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => VectorWidths.IsSupported(VectorWidth.Bits512) && TPooling.OutputWidth > 1
            && (TConvolution.InputChannels, TConvolution.StrideWidth) == (1, 1) && TConvolution.OutputChannels <= (int)VectorWidth.Bits256;
    }

    /// <summary>Computes all.</summary>
    public void Run(Team team)
    {
        int rowInput = 2 * TConvolution.StrideHeight * PooledTile.MapColumns<TConvolution>() * TConvolution.InputChannels;
        _rows = Math.Clamp(MostInput / rowInput, 1, (TPooling.OutputHeight + team.Threads - 1) / team.Threads);
        team.Run((TPooling.OutputHeight + _rows - 1) / _rows, ref this);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int first = chunk * _rows, end = Math.Min(first + _rows, TPooling.OutputHeight), channel = 0;
        float* weight = Weight;
        for (int block = 0; block < _layout.Blocks; block++)
        {
            int lanes = _layout.BlockLanes(block), vectors = _layout.BlockVectors(block);
            for (int vector = 0; vector < vectors; vector++, channel += lanes / vectors)
            {
                Run(weight + (vector * (lanes / vectors)), lanes, _layout.IsHalf(block) ? VectorWidth.Bits256 : _width, channel, first, end);
            }

            weight += (nint)lanes * _layout.Inputs * _layout.Taps;
        }
    }

    private readonly void Run(float* weight, int lanes, VectorWidth width, int channel, int first, int end)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                Run<Lanes512, Vector512<float>, SinglePixels>(weight, lanes, channel, first, end);
                break;
            case VectorWidth.Bits256 when ArePaired:
                Run<Lanes512, Vector512<float>, PairedPixels>(weight, lanes, channel, first, end);
                break;
            case VectorWidth.Bits256:
                Run<Lanes256, Vector256<float>, SinglePixels>(weight, lanes, channel, first, end);
                break;
            default:
                Run<Lanes128, Vector128<float>, SinglePixels>(weight, lanes, channel, first, end);
                break;
        }
    }

    private readonly void Run<TLanes, TVector, TPixels>(float* weight, int lanes, int channel, int first, int end)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TPixels : struct, IPooledPixels
    {
        switch (PooledTile.Vectors<TLanes, TVector, TPixels>(TPooling.OutputWidth))
        {
            case 2:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Two>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
            case 4:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Four>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
            case 6:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Six>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
            case 8:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Eight>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
            case 10:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Ten>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
            case 12:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Twelve>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
            default:
                PooledTile.Run<TConvolution, TPooling, TLanes, TVector, TPixels, Fourteen>(Map, weight, lanes, Epilogue, channel, first, end);
                break;
        }
    }
}
