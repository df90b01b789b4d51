using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Neighbouring positions of up to four planes of the output: vectors of them stay in registers while the taps of all input channels are
/// added, each a broadcast weight times a vector of an input plane.
/// <code>
/// output channel 0  | a0 | a1 | a2 | a3 | a4 | a5 |      six vectors of positions where there are 32 registers,
/// output channel 1  | b0 | b1 | b2 | b3 | b4 | b5 |      three where there are 16
/// </code>
/// </summary>
internal static unsafe class PlanarTile
{
    /// <summary>Output channels, at most.</summary>
    public const int MostOutputs = 4;

    /// <summary>Positions of the largest tile.</summary>
    public const int MostPixels = 6 * (int)VectorWidth.Bits512;

    /// <summary>Positions of a tile.</summary>
    public static int Pixels<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => (TLanes.TileVectors > 3 ? 6 : 3) * TLanes.Count;

    /// <summary>Computes a tile and adds the bias.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="planes">The first position in the first plane, at the window's first tap.</param>
    /// <param name="weight">The packed weight.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="sums">[output channel][<see cref="Pixels"/>], to be written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TOutputs>(in ConvolutionSizes sizes, in PlanarLayout layout, float* planes, float* weight, float* bias, float* sums)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TOutputs : struct, ICount
    {
        int kernelHeight = sizes.KernelHeight, kernelWidth = sizes.KernelWidth, pixels = Pixels<TLanes, TVector>();
        nint planeStep = layout.PlaneStep, lineStep = (nint)sizes.DilationHeight * layout.Row, tapStep = sizes.DilationWidth;
        TVector a0 = TLanes.Broadcast(bias[0]), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
        TVector b0 = TOutputs.Value > 1 ? TLanes.Broadcast(bias[1]) : a0, b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0;
        TVector c0 = TOutputs.Value > 2 ? TLanes.Broadcast(bias[2]) : a0, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0;
        TVector d0 = TOutputs.Value > 3 ? TLanes.Broadcast(bias[3]) : a0, d1 = d0, d2 = d0, d3 = d0, d4 = d0, d5 = d0;
        for (int input = sizes.InputChannels; input > 0; input--, planes += planeStep)
        {
            float* line = planes;
            for (int row = kernelHeight; row > 0; row--, line += lineStep)
            {
                float* at = line;
                for (int column = kernelWidth; column > 0; column--, at += tapStep, weight += TOutputs.Value)
                {
                    TVector x0 = TLanes.Load(at), x1 = TLanes.Load(at + TLanes.Count), x2 = TLanes.Load(at + (2 * TLanes.Count));
                    TVector x3 = x0, x4 = x0, x5 = x0;
                    if (TLanes.TileVectors > 3)
                    {
                        x3 = TLanes.Load(at + (3 * TLanes.Count));
                        x4 = TLanes.Load(at + (4 * TLanes.Count));
                        x5 = TLanes.Load(at + (5 * TLanes.Count));
                    }

                    TVector w = TLanes.Broadcast(weight[0]);
                    a0 = TLanes.MultiplyAdd(x0, w, a0);
                    a1 = TLanes.MultiplyAdd(x1, w, a1);
                    a2 = TLanes.MultiplyAdd(x2, w, a2);
                    if (TLanes.TileVectors > 3)
                    {
                        a3 = TLanes.MultiplyAdd(x3, w, a3);
                        a4 = TLanes.MultiplyAdd(x4, w, a4);
                        a5 = TLanes.MultiplyAdd(x5, w, a5);
                    }

                    if (TOutputs.Value > 1)
                    {
                        w = TLanes.Broadcast(weight[1]);
                        b0 = TLanes.MultiplyAdd(x0, w, b0);
                        b1 = TLanes.MultiplyAdd(x1, w, b1);
                        b2 = TLanes.MultiplyAdd(x2, w, b2);
                        if (TLanes.TileVectors > 3)
                        {
                            b3 = TLanes.MultiplyAdd(x3, w, b3);
                            b4 = TLanes.MultiplyAdd(x4, w, b4);
                            b5 = TLanes.MultiplyAdd(x5, w, b5);
                        }
                    }

                    if (TOutputs.Value > 2)
                    {
                        w = TLanes.Broadcast(weight[2]);
                        c0 = TLanes.MultiplyAdd(x0, w, c0);
                        c1 = TLanes.MultiplyAdd(x1, w, c1);
                        c2 = TLanes.MultiplyAdd(x2, w, c2);
                        if (TLanes.TileVectors > 3)
                        {
                            c3 = TLanes.MultiplyAdd(x3, w, c3);
                            c4 = TLanes.MultiplyAdd(x4, w, c4);
                            c5 = TLanes.MultiplyAdd(x5, w, c5);
                        }
                    }

                    if (TOutputs.Value > 3)
                    {
                        w = TLanes.Broadcast(weight[3]);
                        d0 = TLanes.MultiplyAdd(x0, w, d0);
                        d1 = TLanes.MultiplyAdd(x1, w, d1);
                        d2 = TLanes.MultiplyAdd(x2, w, d2);
                        if (TLanes.TileVectors > 3)
                        {
                            d3 = TLanes.MultiplyAdd(x3, w, d3);
                            d4 = TLanes.MultiplyAdd(x4, w, d4);
                            d5 = TLanes.MultiplyAdd(x5, w, d5);
                        }
                    }
                }
            }
        }

        TLanes.Store(a0, sums);
        TLanes.Store(a1, sums + TLanes.Count);
        TLanes.Store(a2, sums + (2 * TLanes.Count));
        if (TLanes.TileVectors > 3)
        {
            TLanes.Store(a3, sums + (3 * TLanes.Count));
            TLanes.Store(a4, sums + (4 * TLanes.Count));
            TLanes.Store(a5, sums + (5 * TLanes.Count));
        }

        if (TOutputs.Value > 1)
        {
            sums += pixels;
            TLanes.Store(b0, sums);
            TLanes.Store(b1, sums + TLanes.Count);
            TLanes.Store(b2, sums + (2 * TLanes.Count));
            if (TLanes.TileVectors > 3)
            {
                TLanes.Store(b3, sums + (3 * TLanes.Count));
                TLanes.Store(b4, sums + (4 * TLanes.Count));
                TLanes.Store(b5, sums + (5 * TLanes.Count));
            }
        }

        if (TOutputs.Value > 2)
        {
            sums += pixels;
            TLanes.Store(c0, sums);
            TLanes.Store(c1, sums + TLanes.Count);
            TLanes.Store(c2, sums + (2 * TLanes.Count));
            if (TLanes.TileVectors > 3)
            {
                TLanes.Store(c3, sums + (3 * TLanes.Count));
                TLanes.Store(c4, sums + (4 * TLanes.Count));
                TLanes.Store(c5, sums + (5 * TLanes.Count));
            }
        }

        if (TOutputs.Value > 3)
        {
            sums += pixels;
            TLanes.Store(d0, sums);
            TLanes.Store(d1, sums + TLanes.Count);
            TLanes.Store(d2, sums + (2 * TLanes.Count));
            if (TLanes.TileVectors > 3)
            {
                TLanes.Store(d3, sums + (3 * TLanes.Count));
                TLanes.Store(d4, sums + (4 * TLanes.Count));
                TLanes.Store(d5, sums + (5 * TLanes.Count));
            }
        }
    }
}
