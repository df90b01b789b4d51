using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>The last step of a Winograd convolution: products at the points as tiles of the output. A chunk is a tile.</summary>
internal unsafe struct WinogradOutput<TTransform, TLanes, TVector> : IParallelWork
    where TTransform : struct, IWinogradTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Where everything lies.</summary>
    public WinogradLayout Layout;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>The products of this batch.</summary>
    public float* Products;

    /// <summary>What follows the convolution.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>The first tile of the batch.</summary>
    public int FirstTile;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int m = TTransform.Tile, side = TTransform.Tile + TTransform.Taps - 1;
        float* halfway = stackalloc float[side * m * TLanes.Count];
        float* result = stackalloc float[m * m * TLanes.Count];
        int tile = FirstTile + chunk;
        int top = tile / Layout.TilesAcross * m, left = tile % Layout.TilesAcross * m;
        int rows = Math.Min(m, Sizes.OutputHeight - top), columns = Math.Min(m, Sizes.OutputWidth - left);
        nint pixel = ((nint)top * Sizes.OutputWidth) + left, productStep = Layout.ProductStep;
        for (int group = 0; group < Layout.Groups; group++)
        {
            float* products = Products + ((nint)chunk * Layout.ProductTileStep) + ((nint)group * Layout.Vectors * TLanes.Count);
            for (int channel = 0; channel < Layout.Outputs; channel += TLanes.Count, products += TLanes.Count)
            {
                for (int y = 0; y < side; y++)
                {
                    TTransform.Output<TLanes, TVector>(products + (y * side * productStep), productStep, halfway + (y * m * TLanes.Count), TLanes.Count);
                }

                for (int x = 0; x < m; x++)
                {
                    TTransform.Output<TLanes, TVector>(halfway + (x * TLanes.Count), m * TLanes.Count, result + (x * TLanes.Count), m * TLanes.Count);
                }

                int channels = Math.Min(TLanes.Count, Layout.Outputs - channel);
                for (int y = 0; y < rows; y++)
                {
                    Epilogue.Run<TLanes, TVector>(
                        result + (y * m * TLanes.Count), TLanes.Count, pixel + ((nint)y * Sizes.OutputWidth), columns, (group * Layout.Outputs) + channel, channels);
                }
            }
        }
    }
}
