using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Several layers joined along their channels, or features, or another axis.</summary>
internal sealed class Concat : Operation
{
    public override bool Merges => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        if (context.Choice("Axis", ConcatAxis.Channels) is not { } axis || Merging.Inputs(context) is not { } inputs)
        {
            return null;
        }

        Shape first = inputs[0].Shape!;
        if (axis != ConcatAxis.Channels && inputs.FirstOrDefault(input => input.Shape is not { IsMap: true }) is { } flat)
        {
            context.Report(Rules.Rank, "Axis", $"Concat joins the {Lines(axis)} of feature maps (channels x height x width), but {flat.InWords}. Leave Axis out to join {(flat.Shape!.IsVector ? "features" : "channels")}.");
            return null;
        }

        if (inputs.FirstOrDefault(input => input.Shape!.Dimensions.Count != first.Dimensions.Count || With(input.Shape, axis, 1) != With(first, axis, 1)) is { } odd)
        {
            Merging.ReportMismatch(context, odd, $"joins {Lines(axis)}, so all else must be the same");
            return null;
        }

        int[] lengths = [.. inputs.Select(input => Along(input.Shape!, axis))];
        long total = lengths.Sum(length => (long)length);
        if (!context.Fits("an output", Saturating.Multiply(total, With(first, axis, 1).Length)))
        {
            return null;
        }

        return context.Complete(With(first, axis, (int)total), new Settings(inputs.Select(input => input.Layer).ToEquatableArray(), axis, lengths.ToEquatableArray())) is { } operation
            ? operation with { Formula = $"{string.Join(" + ", lengths.Select(length => Formula.Number(length)))} = {Formula.Number(total)}" }
            : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        Shape output = operation.Output;
        // Channels last: what stays together of an input are the channels of a point, the columns of a row, or all rows.
        (int runs, int step) = settings.Axis switch
        {
            ConcatAxis.Height => (1, output.Width * output.Channels),
            ConcatAxis.Width => (output.Height, output.Channels),
            _ => (output.Height * output.Width, 1),
        };
        int offset = 0;
        List<(Geometry Geometry, int Layer)> parts = [];
        for (int i = 0; i < settings.Inputs.Count; i++)
        {
            Geometry geometry = plan.Geometry(
                "IConcatenation",
                GeometryMember.Int("Runs", runs),
                GeometryMember.Int("InputRun", settings.Lengths[i] * step),
                GeometryMember.Int("OutputRun", output.Length / runs),
                GeometryMember.Int("Offset", offset * step));
            parts.Add((geometry, settings.Inputs[i]));
            offset += settings.Lengths[i];
        }

        if (plan.TryJoinInHalves(settings.Inputs, output))
        {
            return;
        }

        plan.Join("Concatenation.Forward", parts, output, acrossChannels: settings.Axis == ConcatAxis.Channels);
    }

    /// <summary>Whether an operation joins the channels of two layers that have equally many.</summary>
    public static bool JoinsHalves(CheckedOperation operation) =>
        operation.Settings is Settings { Axis: ConcatAxis.Channels, Lengths: [var left, var right] } && left == right && operation.Output.IsMap;

    private static int Along(Shape shape, ConcatAxis axis) => axis switch
    {
        ConcatAxis.Height => shape.Height,
        ConcatAxis.Width => shape.Width,
        _ => shape.Channels,
    };

    private static Shape With(Shape shape, ConcatAxis axis, int length) => new(shape.Dimensions.SetItem((int)axis, length));

    private static string Lines(ConcatAxis axis) => axis switch
    {
        ConcatAxis.Height => "rows",
        ConcatAxis.Width => "columns",
        _ => "channels",
    };

    private sealed record Settings(EquatableArray<int> Inputs, ConcatAxis Axis, EquatableArray<int> Lengths) : OperationSettings;
}
