using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>What follows the sums of <see cref="PooledTile"/>: batch normalisation, the largest value of each window, the bounds.</summary>
internal readonly unsafe struct PooledWindows<TLanes, TVector, TPixels>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TPixels : struct, IPooledPixels
{
    private readonly bool _normalizes;
    private readonly int _count;
    private readonly int _channels;
    private readonly TVector _factor;
    private readonly TVector _shift;
    private readonly TVector _least;
    private readonly TVector _largest;

    /// <summary>What follows one tile.</summary>
    /// <param name="epilogue">What follows the convolution.</param>
    /// <param name="factor">The factors of the tile's channels; null for none.</param>
    /// <param name="shift">Their shifts.</param>
    /// <param name="count">Channels from the tile's first one on.</param>
    /// <param name="channels">Channels of the pool.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PooledWindows(in ConvolutionEpilogue epilogue, float* factor, float* shift, int count, int channels)
    {
        _normalizes = factor is not null;
        _count = count;
        _channels = channels;
        _least = TLanes.Broadcast(epilogue.Least);
        _largest = TLanes.Broadcast(epilogue.Largest);
        _factor = _normalizes ? TPixels.Load<TLanes, TVector>(factor) : _least;
        _shift = _normalizes ? TPixels.Load<TLanes, TVector>(shift) : _least;
    }

    /// <summary>Floats from the results of two vectors of each row to those of the next two.</summary>
    public int Step
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TPixels.Count * _channels;
    }

    /// <summary>Finishes and writes the windows of two vectors of each row: one, or two where a vector has two pixels.</summary>
    /// <param name="a0">A vector of the upper row.</param>
    /// <param name="a1">The next one.</param>
    /// <param name="b0">The vector below the first.</param>
    /// <param name="b1">The next one.</param>
    /// <param name="to">Where the results go.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TVector a0, TVector a1, TVector b0, TVector b1, float* to)
    {
        if (_normalizes)
        {
            a0 = TLanes.MultiplyAdd(a0, _factor, _shift);
            a1 = TLanes.MultiplyAdd(a1, _factor, _shift);
            b0 = TLanes.MultiplyAdd(b0, _factor, _shift);
            b1 = TLanes.MultiplyAdd(b1, _factor, _shift);
        }

        // Bounds keep the order of what they bound.
        TVector left = TLanes.Max(a0, b0), right = TLanes.Max(a1, b1);
        if (TPixels.Count == 1)
        {
            TPixels.Store<TLanes, TVector>(TLanes.Clamp(TLanes.Max(left, right), _least, _largest), to, _count);
        }
        else
        {
            TPixels.Store<TLanes, TVector>(TLanes.Clamp(TPixels.Largest<TLanes, TVector>(left), _least, _largest), to, _count);
            TPixels.Store<TLanes, TVector>(TLanes.Clamp(TPixels.Largest<TLanes, TVector>(right), _least, _largest), to + _channels, _count);
        }
    }
}
