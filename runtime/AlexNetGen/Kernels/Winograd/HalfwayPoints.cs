using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The second step, of weights that are transformed halfway: a chunk is one block of weights at a row of points, which is read
/// from memory once, and from the cache at the row's other points: from the first-level cache, some input channels at all of
/// them before the next ones, where the layout says so.
/// <code>
/// weights  [row of points][group][block][input channel][tap][lane]
/// </code>
/// </summary>
internal unsafe struct HalfwayPoints : IParallelWork
{
    private const int ChannelsAhead = 8;

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
        int parts = Layout.HalfwayPart == 0 ? 1 : Math.Max(1, (Layout.Inputs + (Layout.HalfwayPart / 2)) / Layout.HalfwayPart);
        for (int part = 0; part < parts; part++)
        {
            Multiply(row, group, block, Layout.Runs * part / parts, Layout.Runs * (part + 1) / parts);
        }
    }

    // Some runs of the input channels at the points of a row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Multiply(int row, int group, int block, int run, int endRun)
    {
        int input = run * TransformLayout.Run, inputs = Math.Min(endRun * TransformLayout.Run, Layout.Inputs) - input;
        int side = Layout.Side, vectors = Layout.BlockVectors(block), lanes = vectors * Layout.Lanes;
        int output = ((group * Layout.Vectors) + Layout.VectorsBefore(block)) * Layout.Lanes;
        float* weight = Weight + (HalfwayFilter.Taps * (((nint)row * Layout.WeightStep) + ((nint)output * Layout.Inputs) + ((nint)input * lanes)));
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

            float* points = Points + ((nint)point * Layout.InputStep) + ((nint)group * Layout.InputGroupStep) + ((nint)run * Layout.RunStep) + (first * TransformLayout.Run);
            float* products = Products + ((nint)point * Layout.ProductStep) + ((nint)first * Layout.ProductTileStep) + output;
            HalfwayFilter.At(column, side, weight, lanes, new Product
            {
                Points = points,
                RunStep = Layout.RunStep,
                Tiles = tiles,
                Inputs = inputs,
                Vectors = vectors,
                Products = products,
                TileStep = Layout.ProductTileStep,
                IsContinued = run > 0,
                Ahead = WeightsAhead.AtPoint(next, lanes, side, column, Soon(lanes, inputs, isLast: column == side - 1)),
            });
        }
    }

    // What stays in the first-level cache is fetched at the last point of the row before it is needed, all else a little ahead.
    private readonly nint Soon(int lanes, int inputs, bool isLast)
    {
        nint channel = (nint)HalfwayFilter.Taps * lanes, first = isLast ? channel - lanes : 0;
        return Layout.HalfwayPart == 0 ? (ChannelsAhead * channel) - first
            : isLast ? (inputs * channel) - first
            : 0;
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

        public required bool IsContinued { get; init; }

        public required WeightsAhead Ahead { get; init; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TWeights>(float* halfway)
            where TWeights : struct, IPointWeights => TransformProducts.Multiply<Lanes512, Vector512<float>, TWeights>(
                Points, RunStep, Tiles, Inputs, halfway, Vectors, Products, TileStep, IsContinued, Ahead);
    }
}
