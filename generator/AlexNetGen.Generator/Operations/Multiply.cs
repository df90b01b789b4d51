using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>The product of several layers, value by value; C x 1 x 1 counts for every point.</summary>
internal sealed class Multiply : Operation
{
    public override bool Merges => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        if (Merging.Inputs(context) is not { } inputs)
        {
            return null;
        }

        Shape shape = inputs.Select(input => input.Shape!).OrderByDescending(candidate => candidate.Length).First();
        if (inputs.FirstOrDefault(input => input.Shape != shape && !IsFactor(input.Shape!, shape)) is { } odd)
        {
            Merging.ReportMismatch(context, odd, "needs inputs of one shape, or of one value a channel (C x 1 x 1)");
            return null;
        }

        return context.Complete(shape, new Settings(inputs.Select(input => input.Layer).ToEquatableArray(), inputs.Select(input => input.Shape != shape).ToEquatableArray()));
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        int[] order = [.. Enumerable.Range(0, settings.Inputs.Count).OrderBy(i => settings.AreFactors[i])];
        plan.Take(settings.Inputs[order[0]]);
        foreach (int i in order.Skip(1))
        {
            if (settings.AreFactors[i])
            {
                Geometry geometry = plan.Geometry(
                    "IChannels",
                    GeometryMember.Int("Channels", operation.Output.Channels),
                    GeometryMember.Int("Points", (long)operation.Output.Height * operation.Output.Width));
                plan.AddPair("Product.ForwardChannels", geometry, settings.Inputs[i], operation.Output);
            }
            else
            {
                plan.AddPair("Product.Forward", geometry: null, settings.Inputs[i], operation.Output);
            }
        }
    }

    private static bool IsFactor(Shape factor, Shape shape) =>
        !factor.IsVector && factor.Dimensions.Count == shape.Dimensions.Count && factor.Channels == shape.Channels && factor.Height == 1 && factor.Width == 1;

    private sealed record Settings(EquatableArray<int> Inputs, EquatableArray<bool> AreFactors) : OperationSettings;
}
