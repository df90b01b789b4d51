using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of <see cref="ConvolutionTile"/> for pixels that follow each other in a row, or in the whole map where
/// a 1x1 kernel steps over the ends of rows alike: two or three pointers and as many offsets reach all, and results are a
/// step apart. Sums over few input channels are soon done, and what begins and ends a tile is then a third of its time.
/// <code>
///   row   |  six   |  six   | five  | five  |      so many tiles of five that no pixel is left, as in 49 = 4 * 6 + 5 * 5
///   row   |  six   |  six   | . .                  what is left of a row too short for them is the other tile's
/// </code>
/// </summary>
internal static unsafe class RowTile
{
    // Rows of which more than a twentieth would be computed in vain flow over their ends in the other tile.
    private const int MostInVain = 20;
    private const int ShortTile = 5;

    /// <summary>Whether it computes a convolution in tiles of so many pixels.</summary>
    public static bool Fits(in ConvolutionSizes sizes, int pixels)
    {
        int width = NarrowTile.RowPixels(sizes);
        bool isOneRow = width == sizes.OutputHeight * sizes.OutputWidth;
        bool isFilled = Missing(width, pixels) * MostInVain <= width || ShortPixels(width, pixels) > 0;
        return sizes is { Groups: 1, DilationWidth: 1 } && width >= pixels && (isOneRow || isFilled);
    }

    /// <summary>Computes the block's channels of some pixels.</summary>
    /// <param name="tile">The same tile for any pixels, which computes what is left of a row. It is not copied: that would take as long as a small tile.</param>
    /// <param name="firstPixel">The first pixel.</param>
    /// <param name="endPixel">The one after the last.</param>
    // AggressiveOptimization: the first image already runs at full speed, where tiering would run it 20 times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TCount, TPixels>(in ConvolutionTile tile, int firstPixel, int endPixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
        where TPixels : struct, ICount
    {
        // Locals: what is read through a pointer inside the loops may alias what they write.
        int width = NarrowTile.RowPixels(tile.Sizes);
        int channels = tile.Sizes.InputChannels, mapRow = (tile.Sizes.IsPadded ? tile.Sizes.ReachWidth : tile.Sizes.InputWidth) * channels;
        nint step = tile.Sizes.StrideWidth * channels, outputStep = tile.Epilogue.OutputStep, rowStep = tile.Sizes.StrideHeight * mapRow;
        TapRange columns = TapRange.OfColumns(tile.Sizes);
        nint run = columns.Count * channels, tapRowStep = tile.Sizes.DilationHeight * mapRow, firstTap = columns.First * channels;
        nint kernelRow = (nint)tile.Sizes.KernelWidth * channels * TCount.Value * TLanes.Count, skipped = kernelRow - (run * TCount.Value * TLanes.Count);
        int kernelHeight = tile.Sizes.KernelHeight, channel = tile.Channel, lanes = tile.Channels - ((TCount.Value - 1) * TLanes.Count);
        float* weight = tile.Weight + (firstTap * TCount.Value * TLanes.Count), bias = tile.Epilogue.Bias + channel, output = tile.Epilogue.Output + channel;
        TileResults results = new(tile.Epilogue, channel);
        bool isWhole = lanes == TLanes.Count;
        TVector mask = TLanes.First(lanes), least = TLanes.Broadcast(tile.Epilogue.Least), largest = TLanes.Broadcast(tile.Epilogue.Largest);

        // A line now and then: all at once would wait for each other.
        int lines = (tile.NextLength + AlignedArray.LineFloats - 1) / AlignedArray.LineFloats, tiles = (endPixel - firstPixel + TPixels.Value - 1) / TPixels.Value;
        nint steps = lines == 0 ? run : Math.Max(tiles * kernelHeight * run / lines, 1);
        float* fetched = tile.Next;
        bool fetches = (lines == 0 || tile.Epilogue.Addend is not null) && tile.Epilogue.OutputLength > ConvolutionTile.LargestInCache;
        (int y, int x) = Math.DivRem(firstPixel, width);
        float* row = tile.Map + (y * rowStep);
        for (int rowStart = firstPixel - x; rowStart < endPixel; rowStart += width, row += rowStep, y++, x = 0)
        {
            int first = rowStart + x, end = Math.Min(width, endPixel - rowStart), shortPixels = ShortPixels(end - x, TPixels.Value);
            TapRange rows = TapRange.OfRows(tile.Sizes, y, y);
            int firstRow = rows.First, endRow = run > 0 ? rows.End : firstRow;
            float* weightOfRow = weight + (firstRow * kernelRow);
            for (; x <= end - shortPixels - TPixels.Value; x += TPixels.Value)
            {
                float* p = row + (x * step), q = p + (3 * step), r = q + (3 * step), to = output + ((rowStart + x) * outputStep);
                if (fetches)
                {
                    tile.Epilogue.Fetch((nint)(to - tile.Epilogue.Output), TPixels.Value, TCount.Value * TLanes.Count);
                }

                TVector a0 = TLanes.Load(bias), b0 = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero;
                TVector c0 = TCount.Value > 2 ? TLanes.Load(bias + (2 * TLanes.Count)) : TLanes.Zero;
                TVector d0 = TCount.Value > 3 ? TLanes.Load(bias + (3 * TLanes.Count)) : TLanes.Zero;
                TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0;
                TVector c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, d1 = d0, d2 = d0, d3 = d0, d4 = d0, d5 = d0, d6 = d0;
                float* w = weightOfRow;
                for (int ky = firstRow; ky < endRow; ky++, w += skipped)
                {
                    nint k = (ky * tapRowStep) + firstTap, k1 = k + step, k2 = k1 + step, last = k + run;
                    do
                    {
                        if (Sse.IsSupported && lines > 0)
                        {
                            Sse.Prefetch1(fetched);
                            fetched += AlignedArray.LineFloats;
                            lines--;
                        }

                        nint stop = Math.Min(k + steps, last);
                        do
                        {
                            TVector u0 = TLanes.Load(w);
                            TVector u1 = TCount.Value > 1 ? TLanes.Load(w + TLanes.Count) : TLanes.Zero;
                            TVector u2 = TCount.Value > 2 ? TLanes.Load(w + (2 * TLanes.Count)) : TLanes.Zero;
                            TVector u3 = TCount.Value > 3 ? TLanes.Load(w + (3 * TLanes.Count)) : TLanes.Zero;
                            w += TCount.Value * TLanes.Count;

                            TVector v = TLanes.Broadcast(p[k]);
                            a0 = TLanes.MultiplyAdd(v, u0, a0);
                            b0 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b0) : b0;
                            c0 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c0) : c0;
                            d0 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d0) : d0;

                            v = TLanes.Broadcast(p[k1]);
                            a1 = TLanes.MultiplyAdd(v, u0, a1);
                            b1 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b1) : b1;
                            c1 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c1) : c1;
                            d1 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d1) : d1;

                            v = TLanes.Broadcast(p[k2]);
                            a2 = TLanes.MultiplyAdd(v, u0, a2);
                            b2 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b2) : b2;
                            c2 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c2) : c2;
                            d2 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d2) : d2;

                            v = TLanes.Broadcast(q[k]);
                            a3 = TLanes.MultiplyAdd(v, u0, a3);
                            b3 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b3) : b3;
                            c3 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c3) : c3;
                            d3 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d3) : d3;

                            v = TLanes.Broadcast(q[k1]);
                            a4 = TLanes.MultiplyAdd(v, u0, a4);
                            b4 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b4) : b4;
                            c4 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c4) : c4;
                            d4 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d4) : d4;

                            if (TPixels.Value > 5)
                            {
                                v = TLanes.Broadcast(q[k2]);
                                a5 = TLanes.MultiplyAdd(v, u0, a5);
                                b5 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b5) : b5;
                                c5 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c5) : c5;
                                d5 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d5) : d5;
                            }

                            if (TPixels.Value > 6)
                            {
                                v = TLanes.Broadcast(r[k]);
                                a6 = TLanes.MultiplyAdd(v, u0, a6);
                                b6 = TCount.Value > 1 ? TLanes.MultiplyAdd(v, u1, b6) : b6;
                                c6 = TCount.Value > 2 ? TLanes.MultiplyAdd(v, u2, c6) : c6;
                                d6 = TCount.Value > 3 ? TLanes.MultiplyAdd(v, u3, d6) : d6;
                            }

                            k1++;
                            k2++;
                        }
                        while (++k < stop);
                    }
                    while (k < last);
                }

                // No call before the last accumulator is stored: what lives across a call is spilled inside the loops too.
                results.Write<TLanes, TVector, TPixels>(to, 0, isWhole || TCount.Value > 1, mask, least, largest, a0, a1, a2, a3, a4, a5, a6);
                if (TCount.Value > 1)
                {
                    results.Write<TLanes, TVector, TPixels>(to + TLanes.Count, TLanes.Count, isWhole || TCount.Value > 2, mask, least, largest, b0, b1, b2, b3, b4, b5, b6);
                }

                if (TCount.Value > 2)
                {
                    results.Write<TLanes, TVector, TPixels>(to + (2 * TLanes.Count), 2 * TLanes.Count, isWhole || TCount.Value > 3, mask, least, largest, c0, c1, c2, c3, c4, c5, c6);
                }

                if (TCount.Value > 3)
                {
                    results.Write<TLanes, TVector, TPixels>(to + (3 * TLanes.Count), 3 * TLanes.Count, isWhole, mask, least, largest, d0, d1, d2, d3, d4, d5, d6);
                }
            }

            tile.Epilogue.Activate<TLanes, TVector>(first, rowStart + x - first, channel, tile.Channels);
            if (shortPixels > 0)
            {
                // The last ones fetch what is left.
                ConvolutionTile rest = tile;
                rest.Next = fetched;
                rest.NextLength = rowStart + width >= endPixel ? lines * AlignedArray.LineFloats : 0;
                Run<TLanes, TVector, TCount, Five>(rest, rowStart + x, rowStart + end);
            }
            else if (x < end)
            {
                ConvolutionTile rest = tile;
                rest.NextLength = 0;
                rest.Run<TLanes, TVector, TCount, TPixels>(rowStart + x, rowStart + end);
            }
        }
    }

    // Pixels that the tiles of a row would hold beyond its end.
    private static int Missing(int width, int pixels) => (pixels - (width % pixels)) % pixels;

    // Pixels of a row that tiles of five take, each one pixel fewer than a tile of six.
    private static int ShortPixels(int width, int pixels)
    {
        int missing = pixels == ShortTile + 1 ? Missing(width, pixels) : 0;
        return missing * ShortTile <= width ? missing * ShortTile : 0;
    }
}
