using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Spreads channels over space (Shi et al., 2016).</summary>
internal sealed class PixelShuffle : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? written = context.Required("UpscaleFactor", "its factor", "[PixelShuffle(2)]");
        if (written is not { } factor || context.RequireMap() is not { } input)
        {
            return null;
        }

        long square = (long)factor * factor;
        if (input.Channels % square != 0)
        {
            context.Report(Rules.ArgumentRange, "UpscaleFactor", $"PixelShuffle's UpscaleFactor is {Formula.Number(factor)}, and its square {Formula.Number(square)} does not divide the {Formula.Number(input.Channels)} channels ({context.Origin}): {Formula.Number(square)} of them make one.");
            return null;
        }

        long rows = (long)input.Height * factor;
        long columns = (long)input.Width * factor;
        return context.Fits("rows", rows) && context.Fits("columns", columns)
            && context.Complete(new Shape((int)(input.Channels / square), (int)rows, (int)columns), new Settings(factor)) is { } operation
            ? operation with { Formula = $"channels {Formula.Number(input.Channels)} / {Formula.Number(factor)}^2 = {Formula.Number(operation.Output.Channels)}, height {Formula.Number(input.Height)} * {Formula.Number(factor)} = {Formula.Number(rows)}, width {Formula.Number(input.Width)} * {Formula.Number(factor)} = {Formula.Number(columns)}" }
            : null;
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field)
    {
        int factor = ((Settings)operation.Settings).UpscaleFactor;
        return field is { } before
            ? before with { JumpHeight = Math.Max(1, before.JumpHeight / factor), JumpWidth = Math.Max(1, before.JumpWidth / factor) }
            : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IPixelShuffle",
            GeometryMember.Int("OutputChannels", operation.Output.Channels),
            GeometryMember.Int("InputHeight", operation.Input.Height),
            GeometryMember.Int("InputWidth", operation.Input.Width),
            GeometryMember.Int("UpscaleFactor", ((Settings)operation.Settings).UpscaleFactor));
        plan.AddKernel("PixelShuffling", geometry, operation.Output);
    }

    private sealed record Settings(int UpscaleFactor) : OperationSettings;
}
