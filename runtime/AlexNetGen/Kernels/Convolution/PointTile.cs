using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of direct convolution onto a single pixel, a matrix times a vector: one to four vectors of output
/// channels. Every weight is used once, so that reading them, one after the other, is what it takes.
/// <code>
/// [ky][kx][input channel][lane]      even inputs into one set of sums, odd ones into another: none waits for the one before
/// </code>
/// </summary>
internal static unsafe class PointTile
{
    /// <summary>Whether it computes a convolution.</summary>
    public static bool Fits(in ConvolutionSizes sizes) => sizes is { OutputHeight: 1, OutputWidth: 1, Groups: 1, DilationWidth: 1 };

    /// <summary>Computes the channels of a tile's block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector, TCount>(in ConvolutionTile tile)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
    {
        ConvolutionSizes sizes = tile.Sizes;
        int channels = sizes.InputChannels, channel = tile.Channel;
        nint row = (nint)sizes.DilationHeight * (sizes.IsPadded ? sizes.ReachWidth : sizes.InputWidth) * channels;
        TapRange rows = TapRange.OfRows(sizes, firstRow: 0, lastRow: 0), columns = TapRange.OfColumns(sizes);
        nint run = (nint)columns.Count * channels, skipped = (nint)(sizes.KernelWidth - columns.Count) * channels * TCount.Value * TLanes.Count;
        float* w = tile.Weight + ((((nint)rows.First * sizes.KernelWidth) + columns.First) * channels * TCount.Value * TLanes.Count);
        float* bias = tile.Epilogue.Bias + channel, line = tile.Map + (rows.First * row) + (columns.First * channels);
        TVector a = TLanes.Load(bias), a1 = TLanes.Zero;
        TVector b = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero, b1 = TLanes.Zero;
        TVector c = TCount.Value > 2 ? TLanes.Load(bias + (2 * TLanes.Count)) : TLanes.Zero, c1 = TLanes.Zero;
        TVector d = TCount.Value > 3 ? TLanes.Load(bias + (3 * TLanes.Count)) : TLanes.Zero, d1 = TLanes.Zero;
        for (int ky = rows.First; ky < rows.End; ky++, line += row, w += skipped)
        {
            nint k = 0;
            for (; k < run - 1; k += 2)
            {
                Add<TLanes, TVector, TCount>(line[k], w, ref a, ref b, ref c, ref d);
                Add<TLanes, TVector, TCount>(line[k + 1], w + (TCount.Value * TLanes.Count), ref a1, ref b1, ref c1, ref d1);
                w += 2 * TCount.Value * TLanes.Count;
            }

            if (k < run)
            {
                Add<TLanes, TVector, TCount>(line[k], w, ref a, ref b, ref c, ref d);
                w += TCount.Value * TLanes.Count;
            }
        }

        Write<TLanes, TVector>(tile, TLanes.Add(a, a1), vector: 0);
        if (TCount.Value > 1)
        {
            Write<TLanes, TVector>(tile, TLanes.Add(b, b1), vector: 1);
        }

        if (TCount.Value > 2)
        {
            Write<TLanes, TVector>(tile, TLanes.Add(c, c1), vector: 2);
        }

        if (TCount.Value > 3)
        {
            Write<TLanes, TVector>(tile, TLanes.Add(d, d1), vector: 3);
        }

        tile.Epilogue.Activate<TLanes, TVector>(pixel: 0, pixels: 1, channel, tile.Channels);
    }

    // One input times its weights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TLanes, TVector, TCount>(float value, float* w, ref TVector a, ref TVector b, ref TVector c, ref TVector d)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
    {
        TVector x = TLanes.Broadcast(value);
        a = TLanes.MultiplyAdd(x, TLanes.Load(w), a);
        b = TCount.Value > 1 ? TLanes.MultiplyAdd(x, TLanes.Load(w + TLanes.Count), b) : b;
        c = TCount.Value > 2 ? TLanes.MultiplyAdd(x, TLanes.Load(w + (2 * TLanes.Count)), c) : c;
        d = TCount.Value > 3 ? TLanes.MultiplyAdd(x, TLanes.Load(w + (3 * TLanes.Count)), d) : d;
    }

    // Finishes and writes one vector of channels; the last may be partly filled.
    private static void Write<TLanes, TVector>(in ConvolutionTile tile, TVector y, int vector)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        nint channel = tile.Channel + ((nint)vector * TLanes.Count);
        int lanes = tile.Channels - (vector * TLanes.Count);
        tile.Epilogue.Write<TLanes, TVector>(y, channel, channel, lanes >= TLanes.Count, TLanes.First(lanes));
    }
}
