using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The last step of a Winograd convolution: products at the points as a tile of the output.</summary>
[SkipLocalsInit]
internal static unsafe class WinogradOutput<TTransform, TLanes, TVector>
    where TTransform : struct, IWinogradTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // Maps up to this, 256 KB, are still in the second-level cache when their layer is computed.
    private const int LargestInCache = 1 << 16;

    /// <summary>Transforms some channels of a tile, and finishes them.</summary>
    /// <param name="layout">Where everything lies.</param>
    /// <param name="sizes">The convolution.</param>
    /// <param name="tile">The number of the tile.</param>
    /// <param name="products">Its products at the first point.</param>
    /// <param name="pointStep">Floats from one point to the next.</param>
    /// <param name="channel">The first channel.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="epilogue">What follows the convolution.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        in WinogradLayout layout, in ConvolutionSizes sizes, int tile, float* products, nint pointStep, int channel, int channels, in ConvolutionEpilogue epilogue)
    {
        int m = TTransform.Tile, side = TTransform.Tile + TTransform.Taps - 1;
        float* halfway = stackalloc float[side * m * TLanes.Count];
        float* result = stackalloc float[m * m * TLanes.Count];
        int top = tile / layout.TilesAcross * m, left = tile % layout.TilesAcross * m;
        int rows = Math.Min(m, sizes.OutputHeight - top), columns = Math.Min(m, sizes.OutputWidth - left);
        nint pixel = ((nint)top * sizes.OutputWidth) + left;
        bool outgrowsCache = epilogue.OutputLength > LargestInCache;
        for (int done = 0; done < channels; done += TLanes.Count, products += TLanes.Count)
        {
            for (int y = 0; outgrowsCache && y < rows; y++)
            {
                epilogue.Fetch(((pixel + ((nint)y * sizes.OutputWidth)) * epilogue.OutputStep) + channel + done, columns, TLanes.Count);
            }

            for (int y = 0; y < side; y++)
            {
                TTransform.Output<TLanes, TVector>(products + (y * side * pointStep), pointStep, halfway + (y * m * TLanes.Count), TLanes.Count);
            }

            for (int x = 0; x < m; x++)
            {
                TTransform.Output<TLanes, TVector>(halfway + (x * TLanes.Count), m * TLanes.Count, result + (x * TLanes.Count), m * TLanes.Count);
            }

            int count = Math.Min(TLanes.Count, channels - done);
            if (count == TLanes.Count)
            {
                epilogue.RunTile<TLanes, TVector>(result, m * TLanes.Count, pixel, sizes.OutputWidth, rows, columns, channel + done);
                continue;
            }

            for (int y = 0; y < rows; y++)
            {
                epilogue.Run<TLanes, TVector>(
                    result + (y * m * TLanes.Count), TLanes.Count, pixel + ((nint)y * sizes.OutputWidth), columns, channel + done, count);
            }
        }
    }
}
