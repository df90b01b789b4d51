using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// What follows a register tile whose pixels are a step apart: batch normalisation, the sum with another map, the bounds,
/// all in registers. The same as <see cref="ConvolutionEpilogue"/> for pixels anywhere, in a fraction of the instructions.
/// </summary>
internal readonly unsafe struct TileResults
{
    private readonly nint _step;
    private readonly float* _factor;
    private readonly nint _shift;
    private readonly nint _addend;
    private readonly bool _adds;
    private readonly bool _isPlain;

    /// <summary>What follows a block of a convolution.</summary>
    /// <param name="epilogue">What follows the convolution.</param>
    /// <param name="channel">The block's first output channel.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileResults(in ConvolutionEpilogue epilogue, int channel)
    {
        _step = epilogue.OutputStep;
        _factor = epilogue.Factor is null ? null : epilogue.Factor + channel;
        _shift = (nint)(epilogue.Shift - epilogue.Factor);
        _addend = (nint)(epilogue.Addend - epilogue.Output);
        _adds = epilogue.Addend is not null;
        _isPlain = epilogue.Factor is null && epilogue.Addend is null;
    }

    /// <summary>Finishes and writes one vector of channels of four to seven pixels, to which the bias has been added.</summary>
    /// <typeparam name="TLanes">The vector width.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TPixels">How many pixels there are.</typeparam>
    /// <param name="to">Where the first pixel's results go.</param>
    /// <param name="ahead">Channels of the block before these.</param>
    /// <param name="isWhole">Whether every lane is a channel.</param>
    /// <param name="mask">The lanes that are.</param>
    /// <param name="least">The least value of a result in every lane.</param>
    /// <param name="largest">The largest value of a result in every lane.</param>
    /// <param name="y0">The first pixel's results; and so on.</param>
    /// <param name="y1">Pixel 1.</param>
    /// <param name="y2">Pixel 2.</param>
    /// <param name="y3">Pixel 3.</param>
    /// <param name="y4">Pixel 4, where there are five.</param>
    /// <param name="y5">Pixel 5, where there are six.</param>
    /// <param name="y6">Pixel 6, where there are seven.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TLanes, TVector, TPixels>(
        float* to, int ahead, bool isWhole, TVector mask, TVector least, TVector largest,
        TVector y0, TVector y1, TVector y2, TVector y3, TVector y4, TVector y5, TVector y6)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TPixels : struct, ICount
    {
        nint step = _step;
        if (!_isPlain && _factor is not null)
        {
            TVector factor = TLanes.Load(_factor + ahead), shift = TLanes.Load(_factor + ahead + _shift);
            y0 = TLanes.MultiplyAdd(y0, factor, shift);
            y1 = TLanes.MultiplyAdd(y1, factor, shift);
            y2 = TLanes.MultiplyAdd(y2, factor, shift);
            y3 = TLanes.MultiplyAdd(y3, factor, shift);
            y4 = TPixels.Value > 4 ? TLanes.MultiplyAdd(y4, factor, shift) : y4;
            y5 = TPixels.Value > 5 ? TLanes.MultiplyAdd(y5, factor, shift) : y5;
            y6 = TPixels.Value > 6 ? TLanes.MultiplyAdd(y6, factor, shift) : y6;
        }

        if (!_isPlain && _adds)
        {
            float* other = to + _addend;
            y0 = TLanes.Add(y0, Load<TLanes, TVector>(other, isWhole, mask));
            y1 = TLanes.Add(y1, Load<TLanes, TVector>(other + step, isWhole, mask));
            y2 = TLanes.Add(y2, Load<TLanes, TVector>(other + (2 * step), isWhole, mask));
            y3 = TLanes.Add(y3, Load<TLanes, TVector>(other + (3 * step), isWhole, mask));
            y4 = TPixels.Value > 4 ? TLanes.Add(y4, Load<TLanes, TVector>(other + (4 * step), isWhole, mask)) : y4;
            y5 = TPixels.Value > 5 ? TLanes.Add(y5, Load<TLanes, TVector>(other + (5 * step), isWhole, mask)) : y5;
            y6 = TPixels.Value > 6 ? TLanes.Add(y6, Load<TLanes, TVector>(other + (6 * step), isWhole, mask)) : y6;
        }

        y0 = TLanes.Clamp(y0, least, largest);
        y1 = TLanes.Clamp(y1, least, largest);
        y2 = TLanes.Clamp(y2, least, largest);
        y3 = TLanes.Clamp(y3, least, largest);
        y4 = TPixels.Value > 4 ? TLanes.Clamp(y4, least, largest) : y4;
        y5 = TPixels.Value > 5 ? TLanes.Clamp(y5, least, largest) : y5;
        y6 = TPixels.Value > 6 ? TLanes.Clamp(y6, least, largest) : y6;
        if (isWhole)
        {
            TLanes.Store(y0, to);
            TLanes.Store(y1, to + step);
            TLanes.Store(y2, to + (2 * step));
            TLanes.Store(y3, to + (3 * step));
            if (TPixels.Value > 4)
            {
                TLanes.Store(y4, to + (4 * step));
            }

            if (TPixels.Value > 5)
            {
                TLanes.Store(y5, to + (5 * step));
            }

            if (TPixels.Value > 6)
            {
                TLanes.Store(y6, to + (6 * step));
            }
        }
        else
        {
            TLanes.Store(y0, to, mask);
            TLanes.Store(y1, to + step, mask);
            TLanes.Store(y2, to + (2 * step), mask);
            TLanes.Store(y3, to + (3 * step), mask);
            if (TPixels.Value > 4)
            {
                TLanes.Store(y4, to + (4 * step), mask);
            }

            if (TPixels.Value > 5)
            {
                TLanes.Store(y5, to + (5 * step), mask);
            }

            if (TPixels.Value > 6)
            {
                TLanes.Store(y6, to + (6 * step), mask);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load<TLanes, TVector>(float* from, bool isWhole, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => isWhole ? TLanes.Load(from) : TLanes.Load(from, mask);
}
