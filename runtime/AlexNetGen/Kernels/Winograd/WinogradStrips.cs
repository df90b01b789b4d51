using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// A Winograd convolution of few weights: a chunk is a batch of tiles, which one thread takes through all three steps
/// while they stay in its cache.
/// </summary>
internal unsafe struct WinogradStrips<TTransform, TLanes, TVector> : IParallelWork
    where TTransform : struct, IWinogradTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Where everything lies.</summary>
    public WinogradLayout Layout;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>The first step.</summary>
    public WinogradInput<TTransform, TLanes, TVector> Input;

    /// <summary>The transformed weights.</summary>
    public float* Weight;

    /// <summary>Room for each thread.</summary>
    public float* Scratch;

    /// <summary>Which of it is in use.</summary>
    public ScratchPlaces Places;

    /// <summary>What follows the convolution.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int place = Places.Take(), first = chunk * Layout.Batch, tiles = Math.Min(Layout.Batch, Layout.Tiles - first);
        float* points = Scratch + ((nint)place * Layout.BatchLength), products = points + Layout.InputLength;
        for (int tile = 0; tile < tiles; tile++)
        {
            Input.Transform(first + tile, points + (tile * WinogradLayout.Run));
        }

        WinogradPoints<TLanes, TVector> multiplication = new() { Layout = Layout, Points = points, Weight = Weight, Products = products, Tiles = tiles };
        for (int point = 0; point < Layout.Points; point++)
        {
            multiplication.Run(point);
        }

        WinogradTiles<TTransform, TLanes, TVector> output = new() { Layout = Layout, Sizes = Sizes, Products = products, Epilogue = Epilogue, FirstTile = first };
        for (int tile = 0; tile < tiles; tile++)
        {
            output.Run(tile);
        }

        Places.Return(place);
    }
}
