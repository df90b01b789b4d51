using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of direct convolution: six pixels x one to four vectors of output channels stay in registers
/// while all taps and input channels are added up.
/// </summary>
/// <remarks>
/// The pixels of a tile follow each other over the ends of rows, so that a map of 13 x 13 is 28 tiles and one pixel
/// and not 13 x (2 tiles and one pixel); the last tile repeats the last pixel. Six separate pointers make it so.
/// </remarks>
internal static unsafe class ConvolutionTile
{
    /// <summary>Pixels of a tile.</summary>
    public const int Pixels = 6;

    /// <summary>Floats of the largest tile.</summary>
    public const int Floats = Pixels * 4 * 16;

    /// <summary>Computes one block of output channels at every pixel.</summary>
    /// <param name="map">The (padded) input map, from the group's first channel.</param>
    /// <param name="weight">The block's weights: [ky][kx][input channel][lane].</param>
    /// <param name="bias">The block's bias.</param>
    /// <param name="output">The output map, from the block's first channel.</param>
    /// <param name="channels">Channels to write: the block's lanes, or fewer in the last block.</param>
    /// <param name="spill">Room for one tile, used where the last lanes would overwrite the next pixel.</param>
    // AggressiveOptimization: the first image already runs at full speed, where tiering would run it 20 times slower;
    // it costs the just-in-time compiler a millisecond or two for each geometry, once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TGeometry, TLanes, TVector, TCount>(float* map, float* weight, float* bias, float* output, int channels, float* spill)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, IVectorCount
    {
        // Hoisted: a getter that is not inlined inside the loops would spill every accumulator.
        bool fused = TGeometry.Groups == 1 && TGeometry.DilationWidth == 1;
        int inputs = TGeometry.InputChannels;
        int row = (Convolution.IsPadded<TGeometry>() ? TGeometry.ReachWidth : TGeometry.InputWidth) * inputs;

        // Where neighbouring taps are neighbours in memory, a row of the kernel is one run of floats.
        int runs = fused ? 1 : TGeometry.KernelWidth;
        int run = fused ? TGeometry.KernelWidth * inputs : inputs / TGeometry.Groups;
        int tapStep = TGeometry.DilationWidth * inputs;
        int rowStep = TGeometry.DilationHeight * row;
        int kernelHeight = TGeometry.KernelHeight;
        int outputs = TGeometry.OutputChannels;
        int pixels = TGeometry.OutputHeight * TGeometry.OutputWidth;
        bool whole = channels == TCount.Value * TLanes.Count;

        for (int pixel = 0; pixel < pixels; pixel += Pixels)
        {
            float* p0 = map + Offset<TGeometry>(pixel, pixels, row);
            float* p1 = map + Offset<TGeometry>(pixel + 1, pixels, row);
            float* p2 = map + Offset<TGeometry>(pixel + 2, pixels, row);
            float* p3 = map + Offset<TGeometry>(pixel + 3, pixels, row);
            float* p4 = map + Offset<TGeometry>(pixel + 4, pixels, row);
            float* p5 = map + Offset<TGeometry>(pixel + 5, pixels, row);
            TVector a0 = TLanes.Load(bias), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
            TVector b0 = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero;
            TVector b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0;
            TVector c0 = TCount.Value > 2 ? TLanes.Load(bias + (2 * TLanes.Count)) : TLanes.Zero;
            TVector c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0;
            TVector d0 = TCount.Value > 3 ? TLanes.Load(bias + (3 * TLanes.Count)) : TLanes.Zero;
            TVector d1 = d0, d2 = d0, d3 = d0, d4 = d0, d5 = d0;
            float* w = weight;
            for (int ky = 0; ky < kernelHeight; ky++)
            {
                for (int kx = 0; kx < runs; kx++)
                {
                    nint k = ((nint)ky * rowStep) + ((nint)kx * tapStep);
                    nint end = k + run;
                    do
                    {
                        TVector u0 = TLanes.Load(w);
                        TVector u1 = TCount.Value > 1 ? TLanes.Load(w + TLanes.Count) : TLanes.Zero;
                        TVector u2 = TCount.Value > 2 ? TLanes.Load(w + (2 * TLanes.Count)) : TLanes.Zero;
                        TVector u3 = TCount.Value > 3 ? TLanes.Load(w + (3 * TLanes.Count)) : TLanes.Zero;
                        w += TCount.Value * TLanes.Count;

                        TVector x = TLanes.Broadcast(p0[k]);
                        a0 = TLanes.MultiplyAdd(x, u0, a0);
                        b0 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b0) : b0;
                        c0 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c0) : c0;
                        d0 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d0) : d0;

                        x = TLanes.Broadcast(p1[k]);
                        a1 = TLanes.MultiplyAdd(x, u0, a1);
                        b1 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b1) : b1;
                        c1 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c1) : c1;
                        d1 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d1) : d1;

                        x = TLanes.Broadcast(p2[k]);
                        a2 = TLanes.MultiplyAdd(x, u0, a2);
                        b2 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b2) : b2;
                        c2 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c2) : c2;
                        d2 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d2) : d2;

                        x = TLanes.Broadcast(p3[k]);
                        a3 = TLanes.MultiplyAdd(x, u0, a3);
                        b3 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b3) : b3;
                        c3 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c3) : c3;
                        d3 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d3) : d3;

                        x = TLanes.Broadcast(p4[k]);
                        a4 = TLanes.MultiplyAdd(x, u0, a4);
                        b4 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b4) : b4;
                        c4 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c4) : c4;
                        d4 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d4) : d4;

                        x = TLanes.Broadcast(p5[k]);
                        a5 = TLanes.MultiplyAdd(x, u0, a5);
                        b5 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b5) : b5;
                        c5 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c5) : c5;
                        d5 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d5) : d5;
                    }
                    while (++k < end);
                }
            }

            // No call before the last accumulator is stored: what lives across a call is spilled inside the loops too.
            float* y = whole ? output + ((nint)pixel * outputs) : spill;
            nint step = whole ? outputs : TCount.Value * TLanes.Count;
            int last = Math.Min(Pixels, pixels - pixel) - 1;
            Store<TGeometry, TLanes, TVector, TCount>(a0, b0, c0, d0, y);
            Store<TGeometry, TLanes, TVector, TCount>(a1, b1, c1, d1, y + (Math.Min(1, last) * step));
            Store<TGeometry, TLanes, TVector, TCount>(a2, b2, c2, d2, y + (Math.Min(2, last) * step));
            Store<TGeometry, TLanes, TVector, TCount>(a3, b3, c3, d3, y + (Math.Min(3, last) * step));
            Store<TGeometry, TLanes, TVector, TCount>(a4, b4, c4, d4, y + (Math.Min(4, last) * step));
            Store<TGeometry, TLanes, TVector, TCount>(a5, b5, c5, d5, y + (Math.Min(5, last) * step));
            if (!whole)
            {
                CopyChannels(spill, (int)step, output + ((nint)pixel * outputs), outputs, last + 1, channels);
            }
        }
    }

    // The first float that an output pixel's window reads; past the last pixel, the last pixel's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Offset<TGeometry>(int pixel, int pixels, int row)
        where TGeometry : struct, IConvolution
    {
        uint index = (uint)Math.Min(pixel, pixels - 1);
        uint y = index / (uint)TGeometry.OutputWidth;
        uint x = index - (y * (uint)TGeometry.OutputWidth);
        return ((nint)y * (TGeometry.StrideHeight * row)) + ((nint)x * (TGeometry.StrideWidth * TGeometry.InputChannels));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TGeometry, TLanes, TVector, TCount>(TVector a, TVector b, TVector c, TVector d, float* output)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, IVectorCount
    {
        TLanes.Store(TGeometry.ReLU ? TLanes.RectifiedLinear(a) : a, output);
        if (TCount.Value > 1)
        {
            TLanes.Store(TGeometry.ReLU ? TLanes.RectifiedLinear(b) : b, output + TLanes.Count);
        }

        if (TCount.Value > 2)
        {
            TLanes.Store(TGeometry.ReLU ? TLanes.RectifiedLinear(c) : c, output + (2 * TLanes.Count));
        }

        if (TCount.Value > 3)
        {
            TLanes.Store(TGeometry.ReLU ? TLanes.RectifiedLinear(d) : d, output + (3 * TLanes.Count));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyChannels(float* tile, int tileStep, float* output, int outputs, int pixels, int channels)
    {
        for (; pixels > 0; pixels--, tile += tileStep, output += outputs)
        {
            for (int i = 0; i < channels; i++)
            {
                output[i] = tile[i];
            }
        }
    }
}
