using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Several layers joined along their channels, or features.</summary>
internal sealed class Concat : Operation
{
    public override bool Merges => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        if (Merging.Inputs(context) is not { } inputs)
        {
            return null;
        }

        Shape first = inputs[0].Shape!;
        if (inputs.FirstOrDefault(input => input.Shape!.IsMap != first.IsMap || input.Shape.Height != first.Height || input.Shape.Width != first.Width) is { } odd)
        {
            Merging.ReportMismatch(context, odd, "joins channels, so all else must be the same");
            return null;
        }

        long channels = inputs.Sum(input => (long)input.Shape!.Channels);
        if (!context.Fits("an output", Saturating.Multiply(Saturating.Multiply(channels, first.Height), first.Width)))
        {
            return null;
        }

        Shape output = first.IsMap ? new Shape((int)channels, first.Height, first.Width) : new Shape((int)channels);
        Settings settings = new(inputs.Select(input => input.Layer).ToEquatableArray(), inputs.Select(input => input.Shape!.Channels).ToEquatableArray());
        return context.Complete(output, settings) is { } operation
            ? operation with { Formula = $"{string.Join(" + ", settings.Channels.Select(count => Formula.Number(count)))} = {Formula.Number(channels)}" }
            : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        int offset = 0;
        List<(Geometry Geometry, int Layer)> parts = [];
        for (int i = 0; i < settings.Inputs.Count; i++)
        {
            Geometry geometry = plan.Geometry(
                "IConcatenation",
                GeometryMember.Int("Channels", settings.Channels[i]),
                GeometryMember.Int("Points", (long)operation.Output.Height * operation.Output.Width),
                GeometryMember.Int("OutputChannels", operation.Output.Channels),
                GeometryMember.Int("Offset", offset));
            parts.Add((geometry, settings.Inputs[i]));
            offset += settings.Channels[i];
        }

        plan.Join("Concatenation.Forward", parts, operation.Output);
    }

    private sealed record Settings(EquatableArray<int> Inputs, EquatableArray<int> Channels) : OperationSettings;
}
