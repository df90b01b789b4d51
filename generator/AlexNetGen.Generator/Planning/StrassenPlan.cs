namespace AlexNetGen.Generator.Planning;

/// <summary>Strassen's algorithm for a convolution: how often it divides the matrices, what it costs in vectors of a width, and the room it needs.</summary>
internal sealed record StrassenPlan
{
    // The levels that the runtime has transforms for.
    private const int MostLevels = 2;

    // Channels of a run of the input.
    private const int Run = 16;

    // Floats between the transforms, at most: two megabytes. Winograd's are multiplied more often, and wait for memory less.
    private const long LargestBatch = 1L << 19;

    // A weight is multiplied with every tile. Fewer than these, and on two threads it would take longer to bring it from memory.
    private const int FewestTiles = 16;

    // A point's share of the transforms, of one channel, takes as long as so many multiply-adds: fewer than Winograd's,
    // which are multiplications too. Windows are read tap by tap, and take longer.
    private const int TransformCost = 6;
    private const int WindowTransformCost = 8;

    // To begin a sum over input channels and to write it takes as long as so many more of them.
    private const int ProductCost = 3;

    // A transformed weight, mostly fetched while others are multiplied.
    private const double WeightCost = 0.5;

    private StrassenPlan(in ConvolutionProblem problem, int levels, VectorWidth width)
    {
        Levels = levels;
        Parts = 1 << levels;
        long points = levels == 1 ? 7 : 49;
        long pixels = (long)problem.Output.Height * problem.Output.Width;
        Tiles = Up(pixels, Parts);
        long inputs = problem.Taps * (problem.Inputs / Parts);
        long outputs = Up(problem.Outputs, Parts);
        long lanes = Up(outputs, width.Lanes) * width.Lanes;
        Room = TransformRoom.For(points, Tiles, (Up(inputs, Run) * Run) + lanes, points * inputs * outputs, LargestBatch);
        MultiplyAdds = Tiles * points * inputs * outputs;
        double products = (double)Tiles * points * (inputs + ProductCost) * lanes;
        double cost = products + (WeightCost * points * inputs * lanes) + ((problem.Taps == 1 ? TransformCost : WindowTransformCost) * points * Tiles * (inputs + lanes));
        Share = cost / (pixels * problem.Taps * problem.Inputs * Up(problem.Outputs, width.Lanes) * width.Lanes);
    }

    /// <summary>How often the matrices are divided into 2 x 2 blocks.</summary>
    public int Levels { get; }

    /// <summary>Pixels of a tile, and parts of the channels.</summary>
    public int Parts { get; }

    /// <summary>The levels in words.</summary>
    public string Depth => Levels == 1 ? "of one level" : "of two levels";

    /// <summary>Tiles of the output.</summary>
    public long Tiles { get; }

    /// <summary>The room between the transforms.</summary>
    public TransformRoom Room { get; }

    /// <summary>Products at all points of all tiles.</summary>
    public long MultiplyAdds { get; }

    /// <summary>What it takes, in terms of the plain matrix product.</summary>
    public double Share { get; }

    /// <summary>The cheapest number of levels in vectors of a width; null where the channels cannot be divided: of several taps, into whole runs.</summary>
    public static StrassenPlan? Cheapest(ConvolutionProblem problem, VectorWidth width) =>
        problem.Groups == 1
            ? Enumerable.Range(1, MostLevels)
                .Where(levels => problem.Inputs % ((problem.Taps == 1 ? 1 : Run) << levels) == 0)
                .Select(levels => new StrassenPlan(problem, levels, width))
                .Where(plan => plan.Tiles >= FewestTiles)
                .OrderBy(plan => plan.Share)
                .FirstOrDefault()
            : null;

    private static long Up(long value, long divisor) => (value + divisor - 1) / divisor;
}
