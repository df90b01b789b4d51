using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Planning;

/// <summary>The room of a convolution that is computed together with a max pool, as the runtime's <c>PooledBands</c> and <c>PooledRows</c>.</summary>
internal static class PooledRoom
{
    // The runtime's: chunks that have room, rows of a window, and floats of a line.
    private const long MostChunks = 8;
    private const int MostKernelRows = 3;
    private const long Line = 16;

    // Channels of a run of the transformed input, which are as many as a vector's at most.
    private const long Run = 16;

    /// <summary>Floats, wherever it runs; null where the two cannot be computed together.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <param name="pool">The pool.</param>
    public static long? For(PlannedConvolution convolution, PlannedPool pool)
    {
        if (convolution.Plans.AreDirect)
        {
            return pool.IsOfPairs ? convolution.Plans.Scratch : null;
        }

        if (pool.Height.Kernel > MostKernelRows || pool.Height.Dilation > 1 || convolution.Problem.DilatedParts > 1)
        {
            return null;
        }

        long most = 0;
        foreach (ConvolutionPlan plan in new[] { convolution.Plans.Bits512, convolution.Plans.Bits256, convolution.Plans.Bits128 })
        {
            if (For(convolution.Problem, plan, pool.Height.Kernel - 1) is not { } length)
            {
                return null;
            }

            most = Math.Max(most, length);
        }

        return most <= NetworkChecker.LargestArray ? most : null;
    }

    private static long? For(ConvolutionProblem problem, ConvolutionPlan plan, long reach)
    {
        if (!IsOfFewWeights(problem, plan))
        {
            return null;
        }

        long row = (long)problem.Output.Width * problem.Output.Channels;
        long place = Transforms(problem, plan) + Lines((plan.Tile + reach) * row);
        return (MostChunks * place) + ((MostChunks - 1) * Lines(2 * reach * row));
    }

    private static bool IsOfFewWeights(ConvolutionProblem problem, ConvolutionPlan plan)
    {
        ConvolutionProblem deep = plan.Algorithm == "SpaceToDepth" ? problem.OverBlocks() : problem;
        return plan.Algorithm is "Winograd" or "SpaceToDepth" && TransformRoom.AreFew(Points(deep, plan) * deep.Inputs * deep.Output.Channels);
    }

    // Blocks of pixels, where they are made first, and a row of tiles between the transforms.
    private static long Transforms(ConvolutionProblem problem, ConvolutionPlan plan)
    {
        bool isStrided = plan.Algorithm == "SpaceToDepth";
        ConvolutionProblem deep = isStrided ? problem.OverBlocks() : problem;
        long tiles = Up(problem.Output.Width, plan.Tile), tilesAtOnce = Up(tiles, Up(tiles, plan.TilesAtOnce)), points = Points(deep, plan);
        long channels = deep.Groups * (Up(deep.Inputs, Run) + Up(deep.Outputs, Run)) * Run;
        long blocks = isStrided ? Lines((plan.Tile + deep.Height.Kernel - 1) * (long)deep.Input.Width * deep.Input.Channels) : 0;
        return blocks + Lines((tilesAtOnce * points * channels) + (2 * points * Line));
    }

    private static long Points(ConvolutionProblem problem, ConvolutionPlan plan) => (plan.Tile + problem.Height.Kernel - 1L) * (plan.Tile + problem.Width.Kernel - 1L);

    private static long Lines(long length) => Up(length, Line) * Line;

    private static long Up(long value, long divisor) => (value + divisor - 1) / divisor;
}
