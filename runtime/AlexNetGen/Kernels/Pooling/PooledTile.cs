using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of a direct convolution whose map is read by a max pool of 2x2 windows side by side, and by nothing else: two
/// rows of up to fourteen vectors stay in registers while all taps and input channels are added up, and so do their bounds and the
/// largest of each window, which alone is written. A vector has the channels of one pixel, or of two where they are few
/// (<see cref="IPooledPixels"/>).
/// <code>
///   a0 a1 | a2 a3 | a4 a5          pixels of the convolution
///   b0 b1 | b2 b3 | b4 b5   --->   y0      y1      y2
/// </code>
/// </summary>
/// <remarks>
/// It is compiled for each geometry: all pixels are then a constant away from one pointer. A row's last tile begins early enough to
/// end with the row; what two tiles share is computed twice, to the same bits.
/// </remarks>
internal static unsafe class PooledTile
{
    /// <summary>Columns of the (padded) input map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MapColumns<TConvolution>()
        where TConvolution : struct, IConvolution
    {
        bool isPadded = TConvolution.PaddingTop != 0 || TConvolution.PaddingLeft != 0 || TConvolution.ReachHeight > TConvolution.InputHeight || TConvolution.ReachWidth > TConvolution.InputWidth;
        return isPadded ? TConvolution.ReachWidth : TConvolution.InputWidth;
    }

    /// <summary>Vectors of a row of a tile: two rows of 14 are 28 accumulators of AVX-512's and Arm's 32 registers, of 6 they are 12 of AVX2's 16.</summary>
    /// <typeparam name="TLanes">The vector width.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TPixels">The pixels of a vector.</typeparam>
    /// <param name="windows">Windows of a row of the pool.</param>
    /// <returns>An even number, so that as little as can be is computed twice; 0 where the row has too few windows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Vectors<TLanes, TVector, TPixels>(int windows)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TPixels : struct, IPooledPixels
    {
        int most = TLanes.TileVectors > 2 || Avx512F.VL.IsSupported ? 14 : 6, row = windows * 2 / TPixels.Count;
        if (row <= most)
        {
            return row & ~1;
        }

        // Without a loop, so that it is a constant once compiled.
        int best = Cheaper(row, most, most - 2);
        return most < 14 ? best : Cheaper(row, Cheaper(row, best, 10), 8);
    }

    // Of two tiles, the one that computes a row in less time; to begin and end it takes as long as one vector of each row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Cheaper(int row, int vectors, int fewer) =>
        (row + fewer - 1) / fewer * (fewer + 1) < (row + vectors - 1) / vectors * (vectors + 1) ? fewer : vectors;

    /// <summary>Computes one vector of channels of some rows of the pool.</summary>
    /// <typeparam name="TConvolution">The convolution.</typeparam>
    /// <typeparam name="TPooling">The pool.</typeparam>
    /// <typeparam name="TLanes">The vector width.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TPixels">The pixels of a vector.</typeparam>
    /// <typeparam name="TVectors">Vectors of a row of a tile, as <see cref="Vectors"/> says.</typeparam>
    /// <param name="map">The (padded) input map.</param>
    /// <param name="weight">The weights of the channels: [ky][kx][input channel][lane].</param>
    /// <param name="weightStep">Floats from the weights of one input channel to the next.</param>
    /// <param name="epilogue">What follows the convolution; the output is the pool's.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="first">The first row of the pool.</param>
    /// <param name="end">The row after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TConvolution, TPooling, TLanes, TVector, TPixels, TVectors>(
        float* map, float* weight, nint weightStep, in ConvolutionEpilogue epilogue, int channel, int first, int end)
        where TConvolution : struct, IConvolution
        where TPooling : struct, IPooling
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TPixels : struct, IPooledPixels
        where TVectors : struct, ICount
    {
        // Constants, once compiled.
        int channels = TConvolution.InputChannels, mapRow = MapColumns<TConvolution>() * channels, vectors = TVectors.Value;
        int pixel = TConvolution.StrideWidth * channels, step = TPixels.Count * pixel, below = TConvolution.StrideHeight * mapRow;
        int windows = vectors * TPixels.Count / 2;
        float* bias = epilogue.Bias + channel, output = epilogue.Output + channel;
        float* factor = epilogue.Factor is null ? null : epilogue.Factor + channel, shift = epilogue.Shift + channel;
        int count = TConvolution.OutputChannels - channel;
        for (int y = first; y < end; y++)
        {
            for (int x = 0; x < TPooling.OutputWidth; x += windows)
            {
                int column = Math.Min(x, TPooling.OutputWidth - windows);
                float* row = map + (2 * (((nint)y * below) + ((nint)column * pixel))), w = weight;
                TVector a0 = TPixels.Load<TLanes, TVector>(bias), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0, a10 = a0, a11 = a0, a12 = a0, a13 = a0;
                TVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0, b8 = a0, b9 = a0, b10 = a0, b11 = a0, b12 = a0, b13 = a0;
                for (int ky = 0; ky < TConvolution.KernelHeight; ky++, row += TConvolution.DilationHeight * mapRow)
                {
                    float* p = row, last = row + (TConvolution.KernelWidth * channels);
                    do
                    {
                        TVector u = TPixels.Load<TLanes, TVector>(w);
                        w += weightStep;
                        a0 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p), u, a0);
                        a1 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + step), u, a1);
                        b0 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below), u, b0);
                        b1 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + step), u, b1);

                        if (vectors > 2)
                        {
                            a2 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (2 * step)), u, a2);
                            a3 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (3 * step)), u, a3);
                            b2 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (2 * step)), u, b2);
                            b3 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (3 * step)), u, b3);
                        }

                        if (vectors > 4)
                        {
                            a4 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (4 * step)), u, a4);
                            a5 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (5 * step)), u, a5);
                            b4 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (4 * step)), u, b4);
                            b5 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (5 * step)), u, b5);
                        }

                        if (vectors > 6)
                        {
                            a6 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (6 * step)), u, a6);
                            a7 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (7 * step)), u, a7);
                            b6 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (6 * step)), u, b6);
                            b7 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (7 * step)), u, b7);
                        }

                        if (vectors > 8)
                        {
                            a8 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (8 * step)), u, a8);
                            a9 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (9 * step)), u, a9);
                            b8 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (8 * step)), u, b8);
                            b9 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (9 * step)), u, b9);
                        }

                        if (vectors > 10)
                        {
                            a10 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (10 * step)), u, a10);
                            a11 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (11 * step)), u, a11);
                            b10 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (10 * step)), u, b10);
                            b11 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (11 * step)), u, b11);
                        }

                        if (vectors > 12)
                        {
                            a12 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (12 * step)), u, a12);
                            a13 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + (13 * step)), u, a13);
                            b12 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (12 * step)), u, b12);
                            b13 = TLanes.MultiplyAdd(TPixels.Input<TLanes, TVector>(p + below + (13 * step)), u, b13);
                        }
                    }
                    while (++p < last);
                }

                float* to = output + ((((nint)y * TPooling.OutputWidth) + column) * TPooling.Channels);
                PooledWindows<TLanes, TVector, TPixels> results = new(epilogue, factor, shift, count, TPooling.Channels);
                results.Write(a0, a1, b0, b1, to);

                if (vectors > 2)
                {
                    results.Write(a2, a3, b2, b3, to + results.Step);
                }

                if (vectors > 4)
                {
                    results.Write(a4, a5, b4, b5, to + (2 * results.Step));
                }

                if (vectors > 6)
                {
                    results.Write(a6, a7, b6, b7, to + (3 * results.Step));
                }

                if (vectors > 8)
                {
                    results.Write(a8, a9, b8, b9, to + (4 * results.Step));
                }

                if (vectors > 10)
                {
                    results.Write(a10, a11, b10, b11, to + (5 * results.Step));
                }

                if (vectors > 12)
                {
                    results.Write(a12, a13, b12, b13, to + (6 * results.Step));
                }
            }
        }
    }
}
