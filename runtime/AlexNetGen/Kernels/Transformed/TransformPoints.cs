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

        (int input, int inputsEnd) = Layout.InputsAt(chunk);
        int inputs = inputsEnd - input;
        float* points = Points + ((nint)chunk * Layout.InputStep) + (input / TransformLayout.Run * Layout.RunStep) + (first * TransformLayout.Run);
        float* weight = Weight + Layout.WeightsBefore(chunk);
        float* products = Products + ((nint)chunk * Layout.ProductStep) + ((nint)first * Layout.ProductTileStep);
        for (int group = 0; group < Layout.Groups; group++, points += Layout.InputGroupStep)
        {
            for (int block = 0; block < Layout.Blocks; block++)
            {
                int vectors = Layout.BlockVectors(block), lanes = vectors * TLanes.Count;
                switch (vectors)
                {
                    case 1:
                        Multiply<One>(points, tiles, inputs, weight, products);
                        break;
                    case 2:
                        Multiply<Two>(points, tiles, inputs, weight, products);
                        break;
                    default:
                        Multiply<Three>(points, tiles, inputs, weight, products);
                        break;
                }

                weight += (nint)lanes * inputs;
                products += lanes;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Multiply<TVectors>(float* points, int tiles, int inputs, float* weight, float* products)
        where TVectors : struct, ICount =>
        TransformProducts.Multiply<TLanes, TVector, WholeWeights, TVectors>(
            points, Layout.RunStep, tiles, inputs, weight, products, Layout.ProductTileStep, WeightsAhead.Of(weight, TVectors.Value * TLanes.Count, inputs));
}
