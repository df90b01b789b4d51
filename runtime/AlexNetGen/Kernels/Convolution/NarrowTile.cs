using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of direct convolution for narrow outputs: eight to fourteen pixels of a row x one or two vectors of
/// output channels, where the six of <see cref="ConvolutionTile"/> would wait for their own results. The pixels are one
/// step apart, so that a pointer reaches three; a row's last tile begins early enough to end with the row.
/// <code>
///   row   |  tile  |  tile  |            the pixels that two tiles share are computed twice, to the same bits
///                     |  tile  |
/// </code>
/// </summary>
internal static unsafe class NarrowTile
{
    /// <summary>Vectors of the largest block that it computes.</summary>
    public const int MostVectors = 2;

    private const int FewestPixels = 8;
    private const int MostPixels = 14;

    // What a tile costs besides its pixels, in pixels.
    private const int TileCost = 2;

    // Pixels that are computed at most for eight of a row: six at a time, with two vectors, do not wait long.
    private const int MostForEightOfOneVector = 10;
    private const int MostForEight = 9;

    /// <summary>Whether it computes a convolution's blocks of so many vectors, in less time than the tile of six would.</summary>
    public static bool Fits<TLanes, TVector>(in ConvolutionSizes sizes, int vectors)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int width = RowPixels(sizes), pixels = TilePixels<TLanes, TVector>(width);
        return vectors <= MostVectors
            && vectors < TLanes.TileVectors
            && sizes is { Groups: 1, DilationWidth: 1 }
            && width >= FewestPixels
            && 8 * Tiles(width, pixels) * pixels <= (vectors == 1 ? MostForEightOfOneVector : MostForEight) * width;
    }

    /// <summary>Pixels that are one step apart: of a row, or of all rows where a 1x1 kernel steps over their ends alike.</summary>
    public static int RowPixels(in ConvolutionSizes sizes) =>
        sizes is { KernelHeight: 1, KernelWidth: 1, StrideHeight: 1, StrideWidth: 1, IsPadded: false }
            ? sizes.OutputHeight * sizes.OutputWidth
            : sizes.OutputWidth;

    /// <summary>Computes the block's channels of some pixels.</summary>
    /// <param name="tile">The same tile of six pixels, which computes the parts of rows that are shorter than a tile.</param>
    /// <param name="firstPixel">The first pixel.</param>
    /// <param name="endPixel">The one after the last.</param>
    public static void Run<TLanes, TVector, TCount>(in ConvolutionTile tile, int firstPixel, int endPixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
    {
        switch (TilePixels<TLanes, TVector>(RowPixels(tile.Sizes)))
        {
            case 14:
                Run<TLanes, TVector, TCount, Seven>(tile, firstPixel, endPixel);
                break;
            case 12:
                Run<TLanes, TVector, TCount, Six>(tile, firstPixel, endPixel);
                break;
            case 10:
                Run<TLanes, TVector, TCount, Five>(tile, firstPixel, endPixel);
                break;
            default:
                Run<TLanes, TVector, TCount, Four>(tile, firstPixel, endPixel);
                break;
        }
    }

    // Of the tiles that a row holds, those that take the least time for it.
    private static int TilePixels<TLanes, TVector>(int width)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Fourteen accumulators and what they are made of are more than sixteen registers hold; AVX-512 and Arm have 32.
        int most = Math.Min(width, TLanes.TileVectors > 2 || Avx512F.VL.IsSupported ? MostPixels : MostPixels - 2), best = FewestPixels;
        for (int pixels = FewestPixels + 2; pixels <= most; pixels += 2)
        {
            best = Tiles(width, pixels) * (pixels + TileCost) <= Tiles(width, best) * (best + TileCost) ? pixels : best;
        }

        return best;
    }

    private static int Tiles(int width, int pixels) => (width + pixels - 1) / pixels;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TLanes, TVector, TCount, THalf>(in ConvolutionTile tile, int firstPixel, int endPixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
        where THalf : struct, ICount
    {
        int channels = tile.Sizes.InputChannels, mapRow = (tile.Sizes.IsPadded ? tile.Sizes.ReachWidth : tile.Sizes.InputWidth) * channels;
        nint step = tile.Sizes.StrideWidth * channels, next = 3 * step, rowStep = tile.Sizes.StrideHeight * mapRow, outputStep = tile.Epilogue.OutputStep;
        TapRange columns = TapRange.OfColumns(tile.Sizes);
        nint weightStep = tile.WeightStep, run = columns.Count * channels, tapRowStep = tile.Sizes.DilationHeight * mapRow, firstTap = columns.First * channels;
        nint kernelRow = (nint)tile.Sizes.KernelWidth * channels * weightStep, skipped = kernelRow - (run * weightStep);
        int width = RowPixels(tile.Sizes), kernelHeight = tile.Sizes.KernelHeight, channel = tile.Channel, lanes = tile.Channels - ((TCount.Value - 1) * TLanes.Count);
        float* weight = tile.Weight + (firstTap * weightStep), bias = tile.Epilogue.Bias + channel, output = tile.Epilogue.Output + channel;
        bool isWhole = lanes == TLanes.Count;
        TVector mask = TLanes.First(lanes);

        TileResults results = new(tile.Epilogue, channel);
        TVector least = TLanes.Broadcast(tile.Epilogue.Least), largest = TLanes.Broadcast(tile.Epilogue.Largest);

        // Some lines before each row of the kernel: there is no time for a test inside it.
        float* fetched = tile.Next;
        int lines = (tile.NextLength + AlignedArray.LineFloats - 1) / AlignedArray.LineFloats;
        int kernelRows = Math.Max((endPixel - firstPixel) / (2 * THalf.Value), 1) * kernelHeight, linesOfRow = (lines + kernelRows - 1) / kernelRows;
        (int y, int x0) = Math.DivRem(firstPixel, width);
        float* row = tile.Map + (y * rowStep);
        for (int rowStart = firstPixel - x0; rowStart < endPixel; rowStart += width, row += rowStep, y++, x0 = 0)
        {
            int end = Math.Min(width, endPixel - rowStart);
            if (end - x0 < 2 * THalf.Value)
            {
                tile.Run<TLanes, TVector, TCount, Six>(rowStart + x0, rowStart + end);
                continue;
            }

            TapRange rows = TapRange.OfRows(tile.Sizes, y, y);
            int firstRow = rows.First, endRow = run > 0 ? rows.End : firstRow;
            float* weightOfRow = weight + (firstRow * kernelRow);
            for (int x = x0; x < end; x += 2 * THalf.Value)
            {
                int column = Math.Min(x, end - (2 * THalf.Value));
                float* p = row + (column * step), q = p + next, r = q + next;
                float* s = p + (THalf.Value * step), t = s + next, z = t + next;
                float* w = weightOfRow;
                TVector a0 = TLanes.Load(bias), b0 = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero;
                TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0;
                TVector c0 = a0, c1 = a0, c2 = a0, c3 = a0, c4 = a0, c5 = a0, c6 = a0, d0 = b0, d1 = b0, d2 = b0, d3 = b0, d4 = b0, d5 = b0, d6 = b0;
                for (int ky = firstRow; ky < endRow; ky++, w += skipped)
                {
                    for (int line = Math.Min(lines, linesOfRow); Sse.IsSupported && line > 0; line--, lines--, fetched += AlignedArray.LineFloats)
                    {
                        Sse.Prefetch1(fetched);
                    }

                    nint k = (ky * tapRowStep) + firstTap, k1 = k + step, k2 = k1 + step, last = k + run;
                    do
                    {
                        TVector u = TLanes.Load(w);
                        TVector v = TCount.Value > 1 ? TLanes.Load(w + TLanes.Count) : TLanes.Zero;
                        w += weightStep;

                        TVector value = TLanes.Broadcast(p[k]);
                        a0 = TLanes.MultiplyAdd(value, u, a0);
                        b0 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b0) : b0;

                        value = TLanes.Broadcast(p[k1]);
                        a1 = TLanes.MultiplyAdd(value, u, a1);
                        b1 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b1) : b1;

                        value = TLanes.Broadcast(p[k2]);
                        a2 = TLanes.MultiplyAdd(value, u, a2);
                        b2 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b2) : b2;

                        value = TLanes.Broadcast(q[k]);
                        a3 = TLanes.MultiplyAdd(value, u, a3);
                        b3 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b3) : b3;

                        if (THalf.Value > 4)
                        {
                            value = TLanes.Broadcast(q[k1]);
                            a4 = TLanes.MultiplyAdd(value, u, a4);
                            b4 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b4) : b4;
                        }

                        if (THalf.Value > 5)
                        {
                            value = TLanes.Broadcast(q[k2]);
                            a5 = TLanes.MultiplyAdd(value, u, a5);
                            b5 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b5) : b5;
                        }

                        if (THalf.Value > 6)
                        {
                            value = TLanes.Broadcast(r[k]);
                            a6 = TLanes.MultiplyAdd(value, u, a6);
                            b6 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b6) : b6;
                        }

                        value = TLanes.Broadcast(s[k]);
                        c0 = TLanes.MultiplyAdd(value, u, c0);
                        d0 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d0) : d0;

                        value = TLanes.Broadcast(s[k1]);
                        c1 = TLanes.MultiplyAdd(value, u, c1);
                        d1 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d1) : d1;

                        value = TLanes.Broadcast(s[k2]);
                        c2 = TLanes.MultiplyAdd(value, u, c2);
                        d2 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d2) : d2;

                        value = TLanes.Broadcast(t[k]);
                        c3 = TLanes.MultiplyAdd(value, u, c3);
                        d3 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d3) : d3;

                        if (THalf.Value > 4)
                        {
                            value = TLanes.Broadcast(t[k1]);
                            c4 = TLanes.MultiplyAdd(value, u, c4);
                            d4 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d4) : d4;
                        }

                        if (THalf.Value > 5)
                        {
                            value = TLanes.Broadcast(t[k2]);
                            c5 = TLanes.MultiplyAdd(value, u, c5);
                            d5 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d5) : d5;
                        }

                        if (THalf.Value > 6)
                        {
                            value = TLanes.Broadcast(z[k]);
                            c6 = TLanes.MultiplyAdd(value, u, c6);
                            d6 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, d6) : d6;
                        }

                        k1++;
                        k2++;
                    }
                    while (++k < last);
                }

                // No call before the last accumulator is stored: what lives across a call is spilled inside the loops too.
                float* to = output + ((rowStart + column) * outputStep), half = to + (THalf.Value * outputStep);
                results.Write<TLanes, TVector, THalf>(to, 0, isWhole || TCount.Value > 1, mask, least, largest, a0, a1, a2, a3, a4, a5, a6);
                results.Write<TLanes, TVector, THalf>(half, 0, isWhole || TCount.Value > 1, mask, least, largest, c0, c1, c2, c3, c4, c5, c6);
                if (TCount.Value > 1)
                {
                    results.Write<TLanes, TVector, THalf>(to + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b0, b1, b2, b3, b4, b5, b6);
                    results.Write<TLanes, TVector, THalf>(half + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, d0, d1, d2, d3, d4, d5, d6);
                }
            }

            tile.Epilogue.Activate<TLanes, TVector>(rowStart + x0, end - x0, channel, tile.Channels);
        }
    }
}
