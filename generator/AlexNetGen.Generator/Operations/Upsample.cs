using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Enlarges feature maps, by a factor or to a size, as PyTorch's Upsample does.</summary>
internal sealed class Upsample : Operation
{
    private const string Example = "[Upsample(ScaleFactor = 2)] or [Upsample(Size = 14)]";

    public override CheckedOperation? Check(OperationContext context)
    {
        UpsampleMode? mode = context.Choice("Mode", UpsampleMode.Nearest);
        bool align = context.Flag("AlignCorners", false);
        if (align && mode == UpsampleMode.Nearest)
        {
            context.Report(Rules.ArgumentRange, "AlignCorners", "Upsample's AlignCorners is for Mode = UpsampleMode.Bilinear alone. Remove it, or set the mode.");
            return null;
        }

        string height = Named(context, "ScaleFactorHeight", "Height", "ScaleFactor", "Size");
        string width = Named(context, "ScaleFactorWidth", "Width", "ScaleFactor", "Size");
        if (!context.Declaration.Has(height) || !context.Declaration.Has(width))
        {
            context.Report(Rules.Incomplete, null, $"Upsample needs a factor or a size for each axis, as in {Example}.");
            return null;
        }

        if (context.Declaration.Has("ScaleFactor") && context.Declaration.Has("Size"))
        {
            context.Report(Rules.ArgumentRange, "Size", "Upsample has a ScaleFactor and a Size. Remove one of them.");
            return null;
        }

        if (mode is null || context.RequireMap() is not { } input
            || Axis(context, height, input.Height, align) is not { } rows
            || Axis(context, width, input.Width, align) is not { } columns)
        {
            return null;
        }

        string? formula = rows.Formula == columns.Formula ? rows.Formula
            : string.Join("; ", new[] { rows.Formula is null ? null : "height " + rows.Formula, columns.Formula is null ? null : "width " + columns.Formula }.Where(part => part is not null));
        return context.Complete(new Shape(input.Channels, rows.Length, columns.Length), new Settings(mode.Value, align, rows.Step, columns.Step)) is { } operation
            ? operation with { Formula = formula }
            : null;
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field)
    {
        if (field is not { } before)
        {
            return null;
        }

        long further = ((Settings)operation.Settings).Mode == UpsampleMode.Bilinear ? 1 : 0;
        return new ReceptiveField(
            Saturating.Add(before.Height, Math.Min(further, operation.Input.Height - 1) * before.JumpHeight),
            Saturating.Add(before.Width, Math.Min(further, operation.Input.Width - 1) * before.JumpWidth),
            Math.Max(1, Saturating.Multiply(before.JumpHeight, operation.Input.Height) / operation.Output.Height),
            Math.Max(1, Saturating.Multiply(before.JumpWidth, operation.Input.Width) / operation.Output.Width));
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IUpsampling",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("InputHeight", operation.Input.Height),
            GeometryMember.Int("InputWidth", operation.Input.Width),
            GeometryMember.Int("OutputHeight", operation.Output.Height),
            GeometryMember.Int("OutputWidth", operation.Output.Width),
            GeometryMember.Double("StepHeight", settings.StepHeight),
            GeometryMember.Double("StepWidth", settings.StepWidth),
            GeometryMember.Bool("AlignCorners", settings.AlignCorners));
        plan.AddKernel(settings.Mode == UpsampleMode.Bilinear ? "BilinearUpsampling" : "NearestUpsampling", geometry, operation.Output);
    }

    /// <summary>The first of the arguments that is written; the last where none is.</summary>
    private static string Named(OperationContext context, params string[] names) =>
        names.FirstOrDefault(context.Declaration.Has) ?? names[names.Length - 1];

    /// <summary>One axis: its output length, the step of its positions in the input, and where the length comes from.</summary>
    private static (int Length, double Step, string? Formula)? Axis(OperationContext context, string argument, int input, bool align)
    {
        if (!argument.StartsWith("ScaleFactor", StringComparison.Ordinal))
        {
            return context.AtLeast(argument, 1, 1) is { } length ? (length, Step(input, length, align, (double)input / length), null) : null;
        }

        if (context.Finite(argument, 1) is null)
        {
            return null;
        }

        double factor = context.Real(argument, 1);
        double product = input * factor;
        string formula = $"{Formula.Number(input)} * {Formula.Real((float)factor)} = {Formula.Real((float)product)}";
        if (!(product >= 1))
        {
            context.Report(Rules.ArgumentRange, argument, $"Upsample's {argument} is {Formula.Real((float)factor)}, which leaves nothing: {formula}; {context.InputInWords}.");
            return null;
        }

        if (!context.Fits("rows or columns", product < NetworkChecker.LargestArray ? (long)product : long.MaxValue))
        {
            return null;
        }

        int scaled = (int)Math.Floor(product);
        return (scaled, Step(input, scaled, align, 1 / factor), scaled == product ? formula : $"{formula} -> {Formula.Number(scaled)}");
    }

    private static double Step(int input, int output, bool align, double step) =>
        !align ? step : output > 1 ? (input - 1.0) / (output - 1.0) : 0;

    private sealed record Settings(UpsampleMode Mode, bool AlignCorners, double StepHeight, double StepWidth) : OperationSettings;
}
