using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of a direct convolution whose map is read by a max pool of 2x2 windows side by side, and by nothing else: two
/// rows of up to fourteen pixels x one vector of output channels stay in registers while all taps and input channels are added up,
/// and so do their bounds and the largest of each window, which alone is written.
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
    /// <summary>Windows of a tile: 28 accumulators of AVX-512's and Arm's 32 registers, 12 of AVX2's 16.</summary>
    public static int MostWindows<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.TileVectors > 2 || Avx512F.VL.IsSupported ? 7 : 3;

    /// <summary>Columns of the (padded) input map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int MapColumns<TConvolution>()
        where TConvolution : struct, IConvolution
    {
        bool isPadded = TConvolution.PaddingTop != 0 || TConvolution.PaddingLeft != 0 || TConvolution.ReachHeight > TConvolution.InputHeight || TConvolution.ReachWidth > TConvolution.InputWidth;
        return isPadded ? TConvolution.ReachWidth : TConvolution.InputWidth;
    }

    /// <summary>Computes one vector of channels of some rows of the pool.</summary>
    /// <typeparam name="TConvolution">The convolution.</typeparam>
    /// <typeparam name="TPooling">The pool.</typeparam>
    /// <typeparam name="TLanes">The vector width.</typeparam>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TWindows">Windows of a tile, no more than a row has.</typeparam>
    /// <param name="map">The (padded) input map.</param>
    /// <param name="weight">The vector's weights: [ky][kx][input channel][lane].</param>
    /// <param name="weightStep">Floats from the weights of one input channel to the next.</param>
    /// <param name="epilogue">What follows the convolution; the output is the pool's.</param>
    /// <param name="channel">The vector's first channel.</param>
    /// <param name="first">The first row of the pool.</param>
    /// <param name="end">The row after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TConvolution, TPooling, TLanes, TVector, TWindows>(float* map, float* weight, nint weightStep, in ConvolutionEpilogue epilogue, int channel, int first, int end)
        where TConvolution : struct, IConvolution
        where TPooling : struct, IPooling
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TWindows : struct, ICount
    {
        // Constants, once compiled.
        int channels = TConvolution.InputChannels, mapRow = MapColumns<TConvolution>() * channels;
        int step = TConvolution.StrideWidth * channels, below = TConvolution.StrideHeight * mapRow, windows = TWindows.Value;
        float* bias = epilogue.Bias + channel, output = epilogue.Output + channel, factor = epilogue.Factor, shift = epilogue.Shift;
        int lanes = TConvolution.OutputChannels - channel;
        bool isWhole = lanes >= TLanes.Count;
        TVector mask = TLanes.First(Math.Min(lanes, TLanes.Count));
        for (int y = first; y < end; y++)
        {
            for (int x = 0; x < TPooling.OutputWidth; x += windows)
            {
                int column = Math.Min(x, TPooling.OutputWidth - windows);
                float* row = map + (2 * (((nint)y * below) + ((nint)column * step))), w = weight;
                TVector a0 = TLanes.Load(bias), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0, a10 = a0, a11 = a0, a12 = a0, a13 = a0;
                TVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0, b8 = a0, b9 = a0, b10 = a0, b11 = a0, b12 = a0, b13 = a0;
                for (int ky = 0; ky < TConvolution.KernelHeight; ky++, row += TConvolution.DilationHeight * mapRow)
                {
                    float* p = row, last = row + (TConvolution.KernelWidth * channels);
                    do
                    {
                        TVector u = TLanes.Load(w);
                        w += weightStep;
                        a0 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p)), u, a0);
                        a1 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + step)), u, a1);
                        b0 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below)), u, b0);
                        b1 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + step)), u, b1);

                        if (windows > 1)
                        {
                            a2 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (2 * step))), u, a2);
                            a3 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (3 * step))), u, a3);
                            b2 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (2 * step))), u, b2);
                            b3 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (3 * step))), u, b3);
                        }

                        if (windows > 2)
                        {
                            a4 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (4 * step))), u, a4);
                            a5 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (5 * step))), u, a5);
                            b4 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (4 * step))), u, b4);
                            b5 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (5 * step))), u, b5);
                        }

                        if (windows > 3)
                        {
                            a6 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (6 * step))), u, a6);
                            a7 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (7 * step))), u, a7);
                            b6 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (6 * step))), u, b6);
                            b7 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (7 * step))), u, b7);
                        }

                        if (windows > 4)
                        {
                            a8 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (8 * step))), u, a8);
                            a9 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (9 * step))), u, a9);
                            b8 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (8 * step))), u, b8);
                            b9 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (9 * step))), u, b9);
                        }

                        if (windows > 5)
                        {
                            a10 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (10 * step))), u, a10);
                            a11 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (11 * step))), u, a11);
                            b10 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (10 * step))), u, b10);
                            b11 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (11 * step))), u, b11);
                        }

                        if (windows > 6)
                        {
                            a12 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (12 * step))), u, a12);
                            a13 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + (13 * step))), u, a13);
                            b12 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (12 * step))), u, b12);
                            b13 = TLanes.MultiplyAdd(TLanes.Broadcast(*(p + below + (13 * step))), u, b13);
                        }
                    }
                    while (++p < last);
                }

                float* to = output + (((nint)y * TPooling.OutputWidth) + column) * TPooling.Channels;
                TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
                if (factor is not null)
                {
                    TVector scale = TLanes.Load(factor + channel), offset = TLanes.Load(shift + channel);
                    a0 = TLanes.MultiplyAdd(a0, scale, offset);
                    a1 = TLanes.MultiplyAdd(a1, scale, offset);
                    b0 = TLanes.MultiplyAdd(b0, scale, offset);
                    b1 = TLanes.MultiplyAdd(b1, scale, offset);

                    if (windows > 1)
                    {
                        a2 = TLanes.MultiplyAdd(a2, scale, offset);
                        a3 = TLanes.MultiplyAdd(a3, scale, offset);
                        b2 = TLanes.MultiplyAdd(b2, scale, offset);
                        b3 = TLanes.MultiplyAdd(b3, scale, offset);
                    }

                    if (windows > 2)
                    {
                        a4 = TLanes.MultiplyAdd(a4, scale, offset);
                        a5 = TLanes.MultiplyAdd(a5, scale, offset);
                        b4 = TLanes.MultiplyAdd(b4, scale, offset);
                        b5 = TLanes.MultiplyAdd(b5, scale, offset);
                    }

                    if (windows > 3)
                    {
                        a6 = TLanes.MultiplyAdd(a6, scale, offset);
                        a7 = TLanes.MultiplyAdd(a7, scale, offset);
                        b6 = TLanes.MultiplyAdd(b6, scale, offset);
                        b7 = TLanes.MultiplyAdd(b7, scale, offset);
                    }

                    if (windows > 4)
                    {
                        a8 = TLanes.MultiplyAdd(a8, scale, offset);
                        a9 = TLanes.MultiplyAdd(a9, scale, offset);
                        b8 = TLanes.MultiplyAdd(b8, scale, offset);
                        b9 = TLanes.MultiplyAdd(b9, scale, offset);
                    }

                    if (windows > 5)
                    {
                        a10 = TLanes.MultiplyAdd(a10, scale, offset);
                        a11 = TLanes.MultiplyAdd(a11, scale, offset);
                        b10 = TLanes.MultiplyAdd(b10, scale, offset);
                        b11 = TLanes.MultiplyAdd(b11, scale, offset);
                    }

                    if (windows > 6)
                    {
                        a12 = TLanes.MultiplyAdd(a12, scale, offset);
                        a13 = TLanes.MultiplyAdd(a13, scale, offset);
                        b12 = TLanes.MultiplyAdd(b12, scale, offset);
                        b13 = TLanes.MultiplyAdd(b13, scale, offset);
                    }
                }

                Write<TLanes, TVector>(a0, a1, b0, b1, least, largest, isWhole, mask, to);

                if (windows > 1)
                {
                    Write<TLanes, TVector>(a2, a3, b2, b3, least, largest, isWhole, mask, to + TPooling.Channels);
                }

                if (windows > 2)
                {
                    Write<TLanes, TVector>(a4, a5, b4, b5, least, largest, isWhole, mask, to + (2 * TPooling.Channels));
                }

                if (windows > 3)
                {
                    Write<TLanes, TVector>(a6, a7, b6, b7, least, largest, isWhole, mask, to + (3 * TPooling.Channels));
                }

                if (windows > 4)
                {
                    Write<TLanes, TVector>(a8, a9, b8, b9, least, largest, isWhole, mask, to + (4 * TPooling.Channels));
                }

                if (windows > 5)
                {
                    Write<TLanes, TVector>(a10, a11, b10, b11, least, largest, isWhole, mask, to + (5 * TPooling.Channels));
                }

                if (windows > 6)
                {
                    Write<TLanes, TVector>(a12, a13, b12, b13, least, largest, isWhole, mask, to + (6 * TPooling.Channels));
                }
            }
        }
    }

    // The largest of a window: bounds keep the order of what they bound.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TLanes, TVector>(TVector a, TVector b, TVector c, TVector d, TVector least, TVector largest, bool isWhole, TVector mask, float* to)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector y = TLanes.Clamp(TLanes.Max(TLanes.Max(a, c), TLanes.Max(b, d)), least, largest);
        if (isWhole)
        {
            TLanes.Store(y, to);
        }
        else
        {
            TLanes.Store(y, to, mask);
        }
    }
}
