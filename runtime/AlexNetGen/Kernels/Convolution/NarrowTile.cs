using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of direct convolution for narrow outputs: ten to fourteen pixels of a row x one or two vectors of
/// output channels, where the six of <see cref="ConvolutionTile"/> would wait for their own results. The pixels are one
/// step apart, so that five pointers reach all; a row's last tile begins early enough to end with the row.
/// <code>
///   row   |  tile  |  tile  |            the pixels that two tiles share are computed twice, to the same bits
///                     |  tile  |
/// </code>
/// </summary>
internal static unsafe class NarrowTile
{
    /// <summary>Vectors of the largest block that it computes.</summary>
    public const int MostVectors = 2;

    private const int FewestPixels = 10;
    private const int MostPixels = 14;

    // What a tile costs besides its pixels, in pixels.
    private const int TileCost = 2;

    /// <summary>Whether it computes a convolution's blocks of so many vectors.</summary>
    public static bool Fits<TLanes, TVector>(in ConvolutionSizes sizes, int vectors)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        vectors <= MostVectors && vectors < TLanes.TileVectors && sizes is { Groups: 1, DilationWidth: 1 } && RowPixels(sizes) >= FewestPixels;

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
        // Fourteen accumulators and what they are made of are more than sixteen registers hold; AVX-512 and Arm have 32.
        int most = TLanes.TileVectors > 2 || Avx512F.VL.IsSupported ? MostPixels : MostPixels - 2, best = FewestPixels, width = RowPixels(tile.Sizes);
        for (int pixels = FewestPixels + 2; pixels <= most; pixels += 2)
        {
            best = Cost(width, pixels) <= Cost(width, best) ? pixels : best;
        }

        switch (best)
        {
            case 14:
                Run<TLanes, TVector, TCount, Fourteen>(tile, firstPixel, endPixel);
                break;
            case 12:
                Run<TLanes, TVector, TCount, Twelve>(tile, firstPixel, endPixel);
                break;
            default:
                Run<TLanes, TVector, TCount, Ten>(tile, firstPixel, endPixel);
                break;
        }
    }

    private static int Cost(int width, int pixels) => (width + pixels - 1) / pixels * (pixels + TileCost);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TLanes, TVector, TCount, TPixels>(in ConvolutionTile tile, int firstPixel, int endPixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
        where TPixels : struct, ICount
    {
        int channels = tile.Sizes.InputChannels, mapRow = (tile.Sizes.IsPadded ? tile.Sizes.ReachWidth : tile.Sizes.InputWidth) * channels;
        nint step = tile.Sizes.StrideWidth * channels, next = 3 * step, rowStep = tile.Sizes.StrideHeight * mapRow, outputStep = tile.Epilogue.OutputStep;
        nint weightStep = tile.WeightStep, kernelRow = tile.Sizes.KernelWidth * channels, tapRowStep = tile.Sizes.DilationHeight * mapRow;
        int width = RowPixels(tile.Sizes), kernelHeight = tile.Sizes.KernelHeight, channel = tile.Channel, lanes = tile.Channels - ((TCount.Value - 1) * TLanes.Count);
        float* weight = tile.Weight, bias = tile.Epilogue.Bias + channel, output = tile.Epilogue.Output + channel;
        bool isWhole = lanes == TLanes.Count;
        TVector mask = TLanes.First(lanes);

        TileResults results = new(tile.Epilogue, channel);
        TVector least = TLanes.Broadcast(tile.Epilogue.Least), largest = TLanes.Broadcast(tile.Epilogue.Largest);

        // Some lines before each row of the kernel: there is no time for a test inside it.
        float* fetched = tile.Next;
        int lines = (tile.NextLength + AlignedArray.LineFloats - 1) / AlignedArray.LineFloats;
        int kernelRows = Math.Max((endPixel - firstPixel) / TPixels.Value, 1) * kernelHeight, linesOfRow = (lines + kernelRows - 1) / kernelRows;
        (int y, int x0) = Math.DivRem(firstPixel, width);
        float* row = tile.Map + (y * rowStep);
        for (int rowStart = firstPixel - x0; rowStart < endPixel; rowStart += width, row += rowStep, x0 = 0)
        {
            int end = Math.Min(width, endPixel - rowStart);
            if (end - x0 < TPixels.Value)
            {
                tile.Run<TLanes, TVector, TCount, Six>(rowStart + x0, rowStart + end);
                continue;
            }

            for (int x = x0; x < end; x += TPixels.Value)
            {
                int column = Math.Min(x, end - TPixels.Value);
                float* p = row + (column * step), q = p + next, r = q + next, s = r + next, t = s + next;
                float* w = weight;
                TVector a0 = TLanes.Load(bias), b0 = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero;
                TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0, a10 = a0, a11 = a0, a12 = a0, a13 = a0;
                TVector b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0, b7 = b0, b8 = b0, b9 = b0, b10 = b0, b11 = b0, b12 = b0, b13 = b0;
                for (int ky = 0; ky < kernelHeight; ky++)
                {
                    for (int line = Math.Min(lines, linesOfRow); Sse.IsSupported && line > 0; line--, lines--, fetched += AlignedArray.LineFloats)
                    {
                        Sse.Prefetch1(fetched);
                    }

                    nint k = ky * tapRowStep, k1 = k + step, k2 = k1 + step, last = k + kernelRow;
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

                        value = TLanes.Broadcast(q[k1]);
                        a4 = TLanes.MultiplyAdd(value, u, a4);
                        b4 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b4) : b4;

                        value = TLanes.Broadcast(q[k2]);
                        a5 = TLanes.MultiplyAdd(value, u, a5);
                        b5 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b5) : b5;

                        value = TLanes.Broadcast(r[k]);
                        a6 = TLanes.MultiplyAdd(value, u, a6);
                        b6 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b6) : b6;

                        value = TLanes.Broadcast(r[k1]);
                        a7 = TLanes.MultiplyAdd(value, u, a7);
                        b7 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b7) : b7;

                        value = TLanes.Broadcast(r[k2]);
                        a8 = TLanes.MultiplyAdd(value, u, a8);
                        b8 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b8) : b8;

                        value = TLanes.Broadcast(s[k]);
                        a9 = TLanes.MultiplyAdd(value, u, a9);
                        b9 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b9) : b9;

                        if (TPixels.Value > 10)
                        {
                            value = TLanes.Broadcast(s[k1]);
                            a10 = TLanes.MultiplyAdd(value, u, a10);
                            b10 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b10) : b10;

                            value = TLanes.Broadcast(s[k2]);
                            a11 = TLanes.MultiplyAdd(value, u, a11);
                            b11 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b11) : b11;
                        }

                        if (TPixels.Value > 12)
                        {
                            value = TLanes.Broadcast(t[k]);
                            a12 = TLanes.MultiplyAdd(value, u, a12);
                            b12 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b12) : b12;

                            value = TLanes.Broadcast(t[k1]);
                            a13 = TLanes.MultiplyAdd(value, u, a13);
                            b13 = TCount.Value > 1 ? TLanes.MultiplyAdd(value, v, b13) : b13;
                        }

                        k1++;
                        k2++;
                    }
                    while (++k < last);
                }

                // No call before the last accumulator is stored: what lives across a call is spilled inside the loops too.
                float* to = output + ((rowStart + column) * outputStep);
                if (TPixels.Value > 12)
                {
                    results.Write<TLanes, TVector, Seven>(to, 0, isWhole || TCount.Value > 1, mask, least, largest, a0, a1, a2, a3, a4, a5, a6);
                    results.Write<TLanes, TVector, Seven>(to + (7 * outputStep), 0, isWhole || TCount.Value > 1, mask, least, largest, a7, a8, a9, a10, a11, a12, a13);
                }
                else if (TPixels.Value > 10)
                {
                    results.Write<TLanes, TVector, Six>(to, 0, isWhole || TCount.Value > 1, mask, least, largest, a0, a1, a2, a3, a4, a5, a5);
                    results.Write<TLanes, TVector, Six>(to + (6 * outputStep), 0, isWhole || TCount.Value > 1, mask, least, largest, a6, a7, a8, a9, a10, a11, a11);
                }
                else
                {
                    results.Write<TLanes, TVector, Five>(to, 0, isWhole || TCount.Value > 1, mask, least, largest, a0, a1, a2, a3, a4, a4, a4);
                    results.Write<TLanes, TVector, Five>(to + (5 * outputStep), 0, isWhole || TCount.Value > 1, mask, least, largest, a5, a6, a7, a8, a9, a9, a9);
                }

                if (TCount.Value > 1 && TPixels.Value > 12)
                {
                    results.Write<TLanes, TVector, Seven>(to + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b0, b1, b2, b3, b4, b5, b6);
                    results.Write<TLanes, TVector, Seven>(to + (7 * outputStep) + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b7, b8, b9, b10, b11, b12, b13);
                }
                else if (TCount.Value > 1 && TPixels.Value > 10)
                {
                    results.Write<TLanes, TVector, Six>(to + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b0, b1, b2, b3, b4, b5, b5);
                    results.Write<TLanes, TVector, Six>(to + (6 * outputStep) + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b6, b7, b8, b9, b10, b11, b11);
                }
                else if (TCount.Value > 1)
                {
                    results.Write<TLanes, TVector, Five>(to + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b0, b1, b2, b3, b4, b4, b4);
                    results.Write<TLanes, TVector, Five>(to + (5 * outputStep) + TLanes.Count, TLanes.Count, isWhole, mask, least, largest, b5, b6, b7, b8, b9, b9, b9);
                }
            }

            tile.Epilogue.Activate<TLanes, TVector>(rowStart + x0, end - x0, channel, tile.Channels);
        }
    }
}
