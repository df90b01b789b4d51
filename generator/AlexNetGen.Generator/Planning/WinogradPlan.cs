namespace AlexNetGen.Generator.Planning;

/// <summary>One of Winograd's minimal filters for a convolution: its tiles, what it costs in vectors of a width, and the room it needs.</summary>
internal sealed record WinogradPlan
{
    // The tiles that the runtime has transforms for, by the kernel.
    private static readonly Dictionary<int, int[]> TilesByTaps = new() { [2] = [2, 4], [3] = [2, 3, 4, 5], [4] = [4], [5] = [4] };

    // Larger blocks would be wider than any cache; no network has them.
    private const int LargestBlock = 8;

    // Channels of a run of the input.
    private const int Run = 16;

    // A point's share of the transforms, of one channel, takes as long as so many multiply-adds.
    private const int TransformCost = 11;

    // A channel that is gathered for a run of fewer than 16.
    private const int GatherCost = 8;

    // Floats between the transforms, at most: four megabytes.
    private const long LargestBatch = 1L << 20;

    // A weight is multiplied with every tile. Below this, two threads would wait for the memory that it comes from.
    private const int FewTiles = 20;

    private WinogradPlan(in ConvolutionProblem problem, int tile, VectorWidth width)
    {
        ConvolutionProblem deep = problem.Height.Stride > 1 ? problem.OverBlocks() : problem;
        Tile = tile;
        Taps = deep.Height.Kernel;
        long side = tile + Taps - 1;
        long points = side * side;
        (long tall, long rows) = Divide(Up(problem.Output.Height, problem.Height.Dilation), tile);
        (long wide, long columns) = Divide(Up(problem.Output.Width, problem.Width.Dilation), tile);
        Tiles = problem.DilatedParts * rows * columns;
        long inputs = deep.Groups * Up(deep.Inputs, Run) * Run;
        long outputs = deep.Groups * Up(deep.Outputs, width.Lanes) * width.Lanes;
        long pairs = (long)deep.Inputs * deep.Output.Channels;
        Room = TransformRoom.For(points, Tiles, inputs + outputs, points * pairs, LargestBatch);
        IsBoundByWeights = Tiles < FewTiles && !TransformRoom.AreFew(points * pairs);

        // At the points of the last row and column, infinity, only whole tiles have values, and only whole phases weights.
        long parts = problem.DilatedParts, lastRow = parts * tall * columns, lastColumn = parts * rows * wide, corner = parts * tall * wide;
        long edgePairs = problem.HasPhasesInPlace ? pairs / problem.Height.Stride * problem.WholePhases : pairs;
        long cornerPairs = problem.HasPhasesInPlace ? edgePairs / problem.Height.Stride * problem.WholePhases : pairs;
        MultiplyAdds = Products(values => values);
        long values = ((side - 1) * (side - 1) * Tiles) + ((side - 1) * (lastRow + lastColumn)) + corner;
        Cost = Products(width.MultiplyAdds) + (TransformCost * values * (inputs + outputs)) + (inputs == deep.Input.Channels ? 0 : GatherCost * values * inputs);

        long Products(Func<long, long> ofWeight) =>
            ((side - 1) * (side - 1) * ofWeight(Tiles) * pairs) + ((side - 1) * (ofWeight(lastRow) + ofWeight(lastColumn)) * edgePairs) + (ofWeight(corner) * cornerPairs);
    }

    /// <summary>Rows and columns of a tile of the output: m.</summary>
    public int Tile { get; }

    /// <summary>Rows and columns of the kernel: r.</summary>
    public int Taps { get; }

    /// <summary>The filter's name: F(m,r).</summary>
    public string Filter => $"F({Tile},{Taps})";

    /// <summary>Tiles of the output.</summary>
    public long Tiles { get; }

    /// <summary>The room between the transforms.</summary>
    public TransformRoom Room { get; }

    /// <summary>Whether reading the weights takes longer than multiplying with them.</summary>
    public bool IsBoundByWeights { get; }

    /// <summary>Products at the points of all tiles.</summary>
    public long MultiplyAdds { get; }

    /// <summary>What it takes, in multiply-adds.</summary>
    public long Cost { get; }

    /// <summary>The cheapest tile in vectors of a width, over blocks or phases where there is a stride; null where there is no transform for the kernel.</summary>
    public static WinogradPlan? Cheapest(ConvolutionProblem problem, VectorWidth width) =>
        problem.IsSquare && (problem.Height.Stride == 1 || problem is { Groups: 1, Height.Stride: <= LargestBlock }) && TilesByTaps.TryGetValue((problem.Height.Kernel + problem.Height.Stride - 1) / problem.Height.Stride, out int[] tiles)
            ? tiles.Select(tile => new WinogradPlan(problem, tile, width)).OrderBy(plan => plan.Cost).First()
            : null;

    // A length that is no multiple of the tile has tiles shorter by one, as the runtime's WinogradTiling: the whole ones, and all.
    private static (long Whole, long All) Divide(long length, int tile)
    {
        long tiles = Up(length, tile);
        return (Math.Max(0, tiles + length - (tiles * tile)), tiles);
    }

    private static long Up(long value, long divisor) => (value + divisor - 1) / divisor;
}
