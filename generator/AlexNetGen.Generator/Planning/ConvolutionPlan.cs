using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>How a convolution is computed in vectors of one width, and why so.</summary>
/// <param name="Algorithm">The runtime's name for the algorithm.</param>
/// <param name="Tile">Winograd's output tile; 0 elsewhere.</param>
/// <param name="TilesAtOnce">Tiles of Winograd or Strassen between the transforms at once; 0 elsewhere.</param>
/// <param name="Scratch">Floats beside input and output.</param>
/// <param name="Method">The algorithm in the field's words.</param>
/// <param name="Reason">Why it was chosen.</param>
/// <param name="Variant">Which of Winograd's filters, <c>F(4,3)</c>, or how many levels of Strassen; empty elsewhere.</param>
/// <param name="Levels">Strassen's levels; 0 elsewhere.</param>
/// <param name="RowsAtOnce">Rows of the output whose planes of the input are there at once; 0 where no planar algorithm computes.</param>
internal sealed record ConvolutionPlan(string Algorithm, int Tile, long TilesAtOnce, long Scratch, string Method, string Reason, string Variant = "", int Levels = 0, long RowsAtOnce = 0)
{
    // Fewer multiply-adds must pay for passes over memory that the estimate does not know.
    private const double Margin = 0.8;

    // What Strassen saves must be worth three to four times the memory for weights.
    private const double StrassenMargin = 0.95;

    /// <summary>Whether reading the weights takes longer than multiplying with them: by Winograd, for few tiles.</summary>
    public bool IsBoundByWeights { get; init; }

    /// <summary>The algorithm with its variant.</summary>
    public string Name => Variant.Length == 0 ? Method : $"{Method} {Variant}";

    /// <summary>The plan for a convolution.</summary>
    /// <param name="problem">The convolution.</param>
    /// <param name="allowed">The algorithms that it may be computed by.</param>
    /// <param name="widest">The widest vectors of the machine.</param>
    public static ConvolutionPlan Of(ConvolutionProblem problem, ConvolutionAlgorithms allowed, VectorWidth widest)
    {
        long frame = problem.IsPadded ? problem.ReachHeight * problem.ReachWidth * problem.Input.Channels : 0;
        if (problem.IsDepthwise)
        {
            return new ConvolutionPlan("Depthwise", 0, 0, 0, "depthwise", "one kernel a channel: vectors across channels");
        }

        if (problem.IsNarrowlyGrouped(widest))
        {
            return new ConvolutionPlan("Grouped", 0, 0, 0, "grouped", $"groups of {Formula.Number(problem.Inputs)}{(problem.Inputs == problem.Outputs ? string.Empty : $" to {Formula.Number(problem.Outputs)}")}: vectors across channels");
        }

        string direct = problem.Taps == 1 && problem.Height.Stride == 1 && problem.Width.Stride == 1 && !problem.IsPadded
            ? "pointwise, a matrix product" : "direct";
        if (allowed == ConvolutionAlgorithms.Exact)
        {
            return Planar(problem, widest, 1) ?? new ConvolutionPlan("Direct", 0, 0, frame, direct, "Convolutions = Exact");
        }

        VectorWidth width = widest.Holding(problem.Outputs);
        WinogradPlan? winograd = WinogradPlan.Cheapest(problem, width);
        StrassenPlan? strassen = StrassenPlan.Cheapest(problem, width);
        return Planar(problem, widest, winograd is null ? 1 : Share(problem, winograd, width))
            ?? (winograd is null ? null : Winograd(problem, winograd, width))
            ?? (strassen is null ? null : Strassen(problem, strassen, frame))
            ?? new ConvolutionPlan("Direct", 0, 0, frame, direct, WhyDirect(problem, winograd, strassen));
    }

    // Null where it does not pay.
    private static ConvolutionPlan? Winograd(ConvolutionProblem problem, WinogradPlan winograd, VectorWidth width)
    {
        bool isStrided = problem.Height.Stride > 1;
        ConvolutionProblem deep = isStrided ? problem.OverBlocks() : problem;
        long blocks = isStrided && !problem.HasPhasesInPlace ? deep.Input.Length : 0;
        double cost = Share(problem, winograd, width) + ((double)blocks * 2 / DirectCost(problem, width));
        if (cost > Margin || winograd.Room.Scratch + blocks > NetworkChecker.LargestArray)
        {
            return null;
        }

        string parts = problem.DilatedParts > 1 ? $" of {Formula.Number(problem.DilatedParts)} maps without dilation" : string.Empty;
        string reason = $"{Saving(problem, winograd)}, {Formula.Number(winograd.Tiles)} tiles{parts}";
        (string algorithm, string channels) = problem.HasPhasesInPlace ? ("Phases", "phases of stride") : ("SpaceToDepth", "space to depth by");
        return isStrided
            ? new ConvolutionPlan(algorithm, winograd.Tile, winograd.Room.TilesAtOnce, winograd.Room.Scratch + blocks, $"{channels} {problem.Height.Stride}, Winograd", $"a {winograd.Taps}x{winograd.Taps} kernel over {deep.Input.Channels} channels: {reason}", winograd.Filter)
            : new ConvolutionPlan("Winograd", winograd.Tile, winograd.Room.TilesAtOnce, winograd.Room.Scratch, "Winograd", reason, winograd.Filter) { IsBoundByWeights = winograd.IsBoundByWeights };
    }

    // What Winograd's algorithm takes in terms of the definition.
    private static double Share(ConvolutionProblem problem, WinogradPlan winograd, VectorWidth width) => (double)winograd.Cost / DirectCost(problem, width);

    private static long DirectCost(ConvolutionProblem problem, VectorWidth width) => problem.Weights * width.MultiplyAdds((long)problem.Output.Height * problem.Output.Width);

    // Null where it does not pay, in terms of what another algorithm takes.
    private static ConvolutionPlan? Planar(ConvolutionProblem problem, VectorWidth widest, double other) =>
        PlanarPlan.For(problem, widest) is not { } planar || planar.Share > Margin * Math.Min(1, other) || planar.Scratch > NetworkChecker.LargestArray ? null
        : new ConvolutionPlan("Planar", 0, 0, planar.Scratch, "direct, across pixels", $"{Formula.Number(problem.Outputs)} {(problem.Outputs == 1 ? "channel" : "channels")} would fill few of {widest.Lanes} lanes", RowsAtOnce: planar.RowsAtOnce);

    // Null where it does not pay.
    private static ConvolutionPlan? Strassen(ConvolutionProblem problem, StrassenPlan strassen, long frame) =>
        strassen.Share > StrassenMargin || strassen.Room.Scratch + frame > NetworkChecker.LargestArray ? null
        : new ConvolutionPlan("Strassen", 0, strassen.Room.TilesAtOnce, strassen.Room.Scratch + frame, "Strassen", $"{Saving(problem, strassen)}, {Formula.Number(strassen.Tiles)} tiles of {strassen.Parts} pixels", strassen.Depth, strassen.Levels);

    private static string WhyDirect(ConvolutionProblem problem, WinogradPlan? winograd, StrassenPlan? strassen)
    {
        string? tried = winograd?.MultiplyAdds < problem.MultiplyAdds ? $"{winograd.Filter} has {Saving(problem, winograd)}"
            : strassen?.MultiplyAdds < problem.MultiplyAdds ? $"Strassen {strassen.Depth} has {Saving(problem, strassen)}"
            : null;
        return tried is not null ? $"{tried}, which its transforms and larger weights take up"
            : $"no faster algorithm for a {Kernel(problem)} of {Formula.Number(problem.Inputs)} channels over {Formula.Number((long)problem.Output.Height * problem.Output.Width)} pixels";
    }

    private static string Saving(ConvolutionProblem problem, WinogradPlan winograd) => $"{Times(problem, winograd.MultiplyAdds, "0.0")} times fewer multiply-adds";

    private static string Saving(ConvolutionProblem problem, StrassenPlan strassen) => $"{Times(problem, strassen.MultiplyAdds, "0.00")} times fewer multiply-adds";

    private static string Times(ConvolutionProblem problem, long fewer, string format) => ((double)problem.MultiplyAdds / fewer).ToString(format, CultureInfo.InvariantCulture);

    private static string Kernel(ConvolutionProblem problem) =>
        $"{problem.Height.Kernel}x{problem.Width.Kernel} kernel"
        + (problem.Height.Stride > 1 || problem.Width.Stride > 1 ? $" of stride {Math.Max(problem.Height.Stride, problem.Width.Stride)}" : string.Empty)
        + (problem.Height.Dilation > 1 || problem.Width.Dilation > 1 ? " with dilation" : string.Empty);
}
