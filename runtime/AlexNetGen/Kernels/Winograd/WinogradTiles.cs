using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>The last step of a Winograd convolution of many weights. A chunk is a tile of the batch.</summary>
internal unsafe struct WinogradTiles<TTransform, TLanes, TVector> : IParallelWork
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
    public readonly void Run(int chunk)
    {
        for (int group = 0; group < Layout.Groups; group++)
        {
            float* products = Products + ((nint)chunk * Layout.ProductTileStep) + ((nint)group * Layout.Vectors * TLanes.Count);
            WinogradOutput<TTransform, TLanes, TVector>.Run(
                Layout, Sizes, FirstTile + chunk, products, Layout.ProductStep, group * Layout.Outputs, Layout.Outputs, Epilogue);
        }
    }
}
