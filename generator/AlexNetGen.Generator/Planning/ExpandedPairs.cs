using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Finds convolutions that only a depthwise convolution reads, and has the two computed together, so that the map between
/// them, the widest of a MobileNetV2 block, is never whole in memory: the runtime's <c>ExpandedDepthwise</c>.
/// </summary>
internal static class ExpandedPairs
{
    private const string Kernel = "ExpandedDepthwise.Forward";
    private const string Addend = "addend";

    // The runtime's limits: half a vector of AVX-512, a tile of fourteen pixels, and as many rows of 64 channels as the kernel's in 224 KB.
    private const int Channels = 8;
    private const int FewestColumns = 14;
    private const int RoomForChannel = 56 * 1024 / 64;

    // Pairs of more weights than 32 KB are no faster than alone.
    private const int MostWeights = 8 * 1024;

    /// <summary>Replaces each such pair of drafts by one.</summary>
    /// <param name="drafts">The drafts in order.</param>
    /// <param name="buffers">The buffers, from which those between the two are taken out.</param>
    /// <param name="rows">How the convolutions are computed, where it is noted.</param>
    public static List<Draft> Join(IReadOnlyList<Draft> drafts, List<Buffer> buffers, List<PlanRow> rows)
    {
        List<Draft> joined = [];
        for (int i = 0; i < drafts.Count; i++)
        {
            if (i + 1 == drafts.Count || !IsPair(drafts, i))
            {
                joined.Add(drafts[i]);
                continue;
            }

            Draft expand = drafts[i], depthwise = drafts[++i];
            buffers.Remove(depthwise.Operands[0].Buffer!);
            expand.Operands[0].Buffer!.UseAt(i);
            expand.Find(BatchPlanner.Scratch)!.Buffer!.UseAt(i);
            rows[expand.Row] = WithReason(rows[expand.Row], $"a block of channels at a time, each then through {depthwise.Declared}");
            rows[depthwise.Row] = WithReason(rows[depthwise.Row], $"together with {expand.Declared}");
            joined.Add(Together(expand, depthwise));
        }

        return joined;
    }

    private static PlanRow WithReason(PlanRow row, string further) => row with { Reason = $"{row.Reason}; {further}" };

    private static bool IsPair(IReadOnlyList<Draft> drafts, int first)
    {
        Draft expand = drafts[first], depthwise = drafts[first + 1];
        if (expand.Convolution is not { } wide || depthwise.Convolution is not { } narrow || !IsExpand(wide) || !IsDepthwise(narrow.Problem))
        {
            return false;
        }

        Buffer between = depthwise.Operands[0].Buffer!;
        return between.Kind == OperandKind.Workspace
            && expand.Find("output")!.Buffer == between
            && !expand.Operands.Exists(operand => operand.Name == Addend)
            && !depthwise.Operands.Exists(operand => operand.Name == Addend)
            && drafts.Count(draft => draft.Operands.Exists(operand => operand.Buffer == between)) == 2;
    }

    private static bool IsExpand(PlannedConvolution convolution) =>
        convolution.Problem is { Groups: 1, Width.Dilation: 1, Weights: <= MostWeights } && convolution.Plans.AreDirect;

    private static bool IsDepthwise(ConvolutionProblem problem) =>
        problem is { IsDepthwise: true, IsSquareKernel: true, Width: { Kernel: 3 or 5, Dilation: 1, Stride: 1 or 2 }, Height.Dilation: 1, Output.Width: >= 4 }
        && problem.Width.PaddingBefore <= problem.Width.Kernel / 2
        && problem.ReachWidth - problem.Width.PaddingBefore <= problem.Input.Width + (problem.Width.Kernel / 2)
        && problem.Input.Channels % Channels == 0
        && problem.Input.Width >= FewestColumns
        && problem.Input.Width <= RoomForChannel / problem.Height.Kernel;

    private static Draft Together(Draft expand, Draft depthwise)
    {
        List<DraftOperand> operands =
        [
            expand.Find("input")!,
            expand.Find("weights")! with { Name = "expand" },
            depthwise.Find("weights")!,
            expand.Find(BatchPlanner.Scratch)!,
            depthwise.Find("output")!,
            depthwise.Find("team")!,
        ];
        operands.AddRange(expand.Operands.Where(operand => operand.Name == "normalization").Select(operand => operand with { Name = "expandNormalization" }));
        operands.AddRange(depthwise.Operands.Where(operand => operand.Name == "normalization"));
        string together = $"With {expand.Declared}, a block of channels at a time: the map between them is never whole in memory.";
        string comment = string.Join("\n", new[] { expand.Comment, depthwise.Comment, together }.OfType<string>());
        return new Draft(depthwise.Layer, comment, Kernel, expand.TypeArgument! with { Second = depthwise.TypeArgument!.Name }, operands) { FirstLayer = expand.Layer };
    }
}
