using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step, of weights that are transformed halfway: a chunk is a vector of output channels at a row of points, whose weights
/// are read from memory once, and then from the cache: at two points at a time, but for the last of the row, infinity, where fewer
/// tiles have a value.
/// <code>
/// weights  [row of points][group][vector][input channel][tap][lane]
/// </code>
/// </summary>
internal unsafe struct HalfwayPoints : IParallelWork
{
    // The points of a row are 0, 1, -1, 2, -2, of F(5,3) 1/2, and infinity.
    private const int WithoutHalf = 6;

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
    public readonly int Chunks => Layout.Side * Layout.Groups * Layout.Vectors;

    private readonly nint ChunkLength => (nint)HalfwayFilter.Taps * Lanes512.Count * Layout.Inputs;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        (int row, int vector) = int.DivRem(chunk, Layout.Groups * Layout.Vectors);
        int point = row * Layout.Side;

        // An input channel's weights for the next chunk are three lines: three of the passes fetch one each.
        MultiplyPair<HalfwayAtOne, HalfwayAtMinusOne>(chunk, vector, point + 1, apart: 1, line: 0);
        MultiplyPair<HalfwayAtTwo, HalfwayAtMinusTwo>(chunk, vector, point + 3, apart: 1, line: 1);
        if (Layout.Side == WithoutHalf)
        {
            Multiply<HalfwayAtZero>(chunk, vector, point, lines: 1);
        }
        else
        {
            MultiplyPair<HalfwayAtZero, HalfwayAtHalf>(chunk, vector, point, apart: 5, line: 2);
        }

        Multiply<HalfwayAtInfinity>(chunk, vector, point + Layout.Side - 1, lines: 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void MultiplyPair<TFirst, TSecond>(int chunk, int vector, int point, int apart, int line)
        where TFirst : struct, IPointWeights
        where TSecond : struct, IPointWeights
    {
        (int first, int tiles) = TilesAt(point);
        float* points = Input(point, vector, first), products = Output(point, vector, first), weight = Weight + (chunk * ChunkLength);
        float* next = weight + ChunkLength + (line * Lanes512.Count);
        int calls = (tiles + HalfwayPairTile.LargestRows - 1) / HalfwayPairTile.LargestRows;
        for (int call = 0; call < calls; call++, next = null)
        {
            int from = tiles * call / calls, rows = (tiles * (call + 1) / calls) - from;
            HalfwayPairTile.Of<TFirst, TSecond>(rows)(
                points + (from * TransformLayout.Run),
                (nint)apart * Layout.InputStep,
                Layout.RunStep,
                Layout.Inputs,
                weight,
                products + ((nint)from * Layout.ProductTileStep),
                (nint)apart * Layout.ProductStep,
                Layout.ProductTileStep,
                next);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Multiply<TWeights>(int chunk, int vector, int point, int lines)
        where TWeights : struct, IPointWeights
    {
        (int first, int tiles) = TilesAt(point);
        if (tiles > 0)
        {
            float* weight = Weight + (chunk * ChunkLength);
            WeightsAhead ahead = new() { Next = weight + ChunkLength + (2 * Lanes512.Count), Step = HalfwayFilter.Taps * Lanes512.Count, Apart = 0, Lines = lines };
            TransformProducts.Multiply<Lanes512, Vector512<float>, TWeights, One>(
                Input(point, vector, first), Layout.RunStep, tiles, Layout.Inputs, weight, Output(point, vector, first), Layout.ProductTileStep, ahead);
        }
    }

    // The first tile of the batch that has a value at a point, and their number.
    private readonly (int First, int Tiles) TilesAt(int point)
    {
        (int first, int end) = Layout.TilesAt(point);
        first = Math.Max(first - FirstTile, 0);
        return (first, Math.Min(end - FirstTile, Tiles) - first);
    }

    private readonly float* Input(int point, int vector, int tile) =>
        Points + ((nint)point * Layout.InputStep) + ((nint)(vector / Layout.Vectors) * Layout.InputGroupStep) + (tile * TransformLayout.Run);

    private readonly float* Output(int point, int vector, int tile) =>
        Products + ((nint)point * Layout.ProductStep) + ((nint)tile * Layout.ProductTileStep) + (vector * Lanes512.Count);
}
