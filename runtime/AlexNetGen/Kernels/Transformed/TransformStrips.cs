using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// A transformed convolution of few weights or few batches: a chunk is a batch of tiles, which one thread takes through all
/// three steps while they stay in its cache.
/// </summary>
internal unsafe struct TransformStrips<TInput, TOutput, TLanes, TVector> : IParallelWork
    where TInput : struct, ITileTransform
    where TOutput : struct, ITileTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>The first step.</summary>
    public TInput Input;

    /// <summary>The last step.</summary>
    public TOutput Output;

    /// <summary>The transformed weights.</summary>
    public float* Weight;

    /// <summary>Room for each thread.</summary>
    public float* Scratch;

    /// <summary>Which of it is in use.</summary>
    public ScratchPlaces Places;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int chunk)
    {
        int place = Places.Take(), first = chunk * Layout.Batch, tiles = Math.Min(Layout.Batch, Layout.Tiles - first);
        float* points = Scratch + ((nint)place * Layout.BatchLength), products = points + Layout.InputLength;
        for (int tile = 0; tile < tiles; tile++)
        {
            Input.Transform(first + tile, points + (tile * TransformLayout.Run));
        }

        TransformPoints<TLanes, TVector> multiplication = new() { Layout = Layout, Points = points, Weight = Weight, Products = products, FirstTile = first, Tiles = tiles };
        for (int point = 0; point < Layout.Points; point++)
        {
            multiplication.Run(point);
        }

        for (int tile = 0; tile < tiles; tile++)
        {
            Output.Transform(first + tile, products + ((nint)tile * Layout.ProductTileStep));
        }

        Places.Return(place);
    }
}
