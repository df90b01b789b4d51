using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step, of weights that are transformed halfway: a chunk is one block of weights at a row of points, which is read
/// from memory once, and from the cache at the row's other points.
/// <code>
/// weights  [row of points][group][block][input channel][tap][lane]
/// </code>
/// </summary>
internal unsafe struct HalfwayPoints : IParallelWork
{
    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>The transformed input of this batch.</summary>
    public float* Points;

    /// <summary>The weights.</summary>
    public float* Weight;

    /// <summary>The products of this batch.</summary>
    public float* Products;

    /// <summary>The first tile of this batch.</summary>
    public int FirstTile;

    /// <summary>Tiles of this batch.</summary>
    public int Tiles;

    /// <summary>The number of chunks.</summary>
    public readonly int Chunks => Layout.Side * Layout.Groups * Layout.Blocks;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        (int row, int block) = int.DivRem(chunk, Layout.Blocks);
        (row, int group) = int.DivRem(row, Layout.Groups);
        int side = Layout.Side, vectors = Layout.BlockVectors(block), lanes = vectors * Layout.Lanes;
        int output = (((group * Layout.Vectors) + Layout.VectorsBefore(block)) * Layout.Lanes);
        float* weight = Weight + (HalfwayFilter.Taps * (((nint)row * Layout.WeightStep) + ((nint)output * Layout.Inputs)));
        float* next = weight + ((nint)HalfwayFilter.Taps * lanes * Layout.Inputs);
        for (int column = 0; column < side; column++)
        {
            int point = (row * side) + column;
            (int first, int end) = Layout.TilesAt(point);
            first = Math.Max(first - FirstTile, 0);
            int tiles = Math.Min(end - FirstTile, Tiles) - first;
            if (tiles <= 0)
            {
                continue;
            }

            float* points = Points + ((nint)point * Layout.InputStep) + ((nint)group * Layout.InputGroupStep) + (first * TransformLayout.Run);
            float* products = Products + ((nint)point * Layout.ProductStep) + ((nint)first * Layout.ProductTileStep) + output;
            HalfwayFilter.At(column, side, weight, lanes, new Product
            {
                Points = points,
                RunStep = Layout.RunStep,
                Tiles = tiles,
                Inputs = Layout.Inputs,
                Vectors = vectors,
                Products = products,
                TileStep = Layout.ProductTileStep,
                Ahead = WeightsAhead.AtPoint(next, lanes, side, column),
            });
        }
    }

    // One block at one point.
    private readonly struct Product : IHalfwayAction
    {
        public required float* Points { get; init; }

        public required nint RunStep { get; init; }

        public required int Tiles { get; init; }

        public required int Inputs { get; init; }

        public required int Vectors { get; init; }

        public required float* Products { get; init; }

        public required nint TileStep { get; init; }

        public required WeightsAhead Ahead { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TWeights>(float* halfway)
            where TWeights : struct, IPointWeights => TransformProducts.Multiply<Lanes512, Vector512<float>, TWeights>(
                Points, RunStep, Tiles, Inputs, halfway, Vectors, Products, TileStep, Ahead);
    }
}
