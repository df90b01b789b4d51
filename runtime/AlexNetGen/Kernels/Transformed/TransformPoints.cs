using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step, of many weights: a chunk is a point, whose weights are read once while its tiles stay in cache.
/// </summary>
internal unsafe struct TransformPoints<TLanes, TVector> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>The transformed input of this batch.</summary>
    public float* Points;

    /// <summary>The transformed weights.</summary>
    public float* Weight;

    /// <summary>The products of this batch.</summary>
    public float* Products;

    /// <summary>The first tile of this batch.</summary>
    public int FirstTile;

    /// <summary>Tiles of this batch.</summary>
    public int Tiles;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        (int first, int end) = Layout.TilesAt(chunk);
        first = Math.Max(first - FirstTile, 0);
        int tiles = Math.Min(end - FirstTile, Tiles) - first;
        if (tiles <= 0)
        {
            return;
        }

        float* points = Points + ((nint)chunk * Layout.InputStep) + (first * TransformLayout.Run);
        float* weight = Weight + ((nint)chunk * Layout.WeightStep);
        float* products = Products + ((nint)chunk * Layout.ProductStep) + ((nint)first * Layout.ProductTileStep);
        for (int group = 0; group < Layout.Groups; group++, points += Layout.InputGroupStep)
        {
            for (int block = 0; block < Layout.Blocks; block++)
            {
                int vectors = Layout.BlockVectors(block), lanes = vectors * TLanes.Count;
                TransformProducts.Multiply<TLanes, TVector, WholeWeights>(
                    points, Layout.RunStep, tiles, Layout.Inputs, weight, vectors, products, Layout.ProductTileStep, WeightsAhead.Of(weight, lanes, Layout.Inputs));
                weight += (nint)lanes * Layout.Inputs;
                products += lanes;
            }
        }
    }
}
