namespace AlexNetGen.Generator.Planning;

/// <summary>A convolution with vectors across pixels, as the runtime's <c>PlanarConvolution</c>: what it costs in the widest vectors, and the room it needs.</summary>
internal sealed record PlanarPlan
{
    // Those that the runtime's tile computes at once.
    private const int MostOutputs = 4;

    // Half of a second-level cache of 1 MB.
    private const long MostCached = 1L << 17;

    // Rows that are read for the next ones as well are put in order twice: at least so many times as many rows at once.
    private const int FewestTimesShared = 3;

    // Floats: planes a multiple of 2 KB apart are put further apart, and past the last the largest tile is read.
    private const int CompetingStep = 512;
    private const int Apart = 16;
    private const int MostPixels = 96;

    // To put a value into its plane takes as long as to multiply and add so many vectors.
    private const double OrderCost = 1.1;

    private PlanarPlan(in ConvolutionProblem problem, VectorWidth widest)
    {
        long beyond = problem.Height.Reach - 1, row = problem.ReachWidth, inputs = problem.Input.Channels;
        long fewest = Math.Min(problem.Output.Height, 1 + (FewestTimesShared * beyond));
        long most = Math.Max(fewest, (MostCached / (inputs * row)) - beyond);
        long strips = Up(problem.Output.Height, most);
        RowsAtOnce = Up(problem.Output.Height, strips);
        long plane = (RowsAtOnce + beyond) * row;
        Scratch = (inputs * (plane % CompetingStep == 0 ? plane + Apart : plane)) + problem.Width.Reach - 1 + MostPixels;
        long tile = widest.PlanarTile;
        double positions = strips * Up(RowsAtOnce * row, tile) * tile;
        double cost = (positions * problem.Weights / widest.Lanes) + (OrderCost * strips * (RowsAtOnce + beyond) * row * inputs);
        double acrossChannels = (double)problem.Output.Height * problem.Output.Width * problem.Taps * inputs * Up(problem.Outputs, widest.Holding(problem.Outputs).Lanes);
        Share = cost / acrossChannels;
    }

    /// <summary>Rows of the output whose planes of the input are there at once.</summary>
    public long RowsAtOnce { get; }

    /// <summary>Floats of the planes.</summary>
    public long Scratch { get; }

    /// <summary>Vectors that it takes, in terms of those across channels.</summary>
    public double Share { get; }

    /// <summary>The plan for a convolution; null where there are groups, a stride, or more channels than a tile computes.</summary>
    public static PlanarPlan? For(ConvolutionProblem problem, VectorWidth widest) =>
        problem is { Groups: 1, Outputs: <= MostOutputs, Height.Stride: 1, Width.Stride: 1 } ? new PlanarPlan(problem, widest) : null;

    private static long Up(long value, long divisor) => (value + divisor - 1) / divisor;
}
