using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Local response normalisation across channels (Krizhevsky et al., 2012, section 3.3).</summary>
internal sealed class LocalResponseNorm : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? size = context.Required("Size", "the number of channels of its window", "[LocalResponseNorm(5)]");
        if (size is { } even && even % 2 == 0)
        {
            context.Report(Rules.ArgumentRange, "Size", $"LocalResponseNorm's size is {Formula.Number(even)}; it must be odd, since frameworks disagree on which side of a channel an even window leans. Take {Formula.Number(even - 1)} or {Formula.Number(even + 1)}.");
            size = null;
        }

        float? alpha = context.Finite("Alpha", 1e-4f);
        float? beta = context.Finite("Beta", 0.75f);
        float? k = context.Finite("K", 1);
        if (size is null || alpha is null || beta is null || k is null || context.RequireMap() is not { } input)
        {
            return null;
        }

        // TensorFlow and the paper's formula weigh the sum by alpha itself.
        double scale = context.Network.Dialect == Dialect.TensorFlow ? alpha.Value : (double)alpha.Value / size.Value;
        return context.Complete(input, new Settings(size.Value, (float)scale, beta.Value, k.Value));
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "ILocalResponseNormalization",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Points", (long)operation.Input.Height * operation.Input.Width),
            GeometryMember.Int("Size", settings.Size),
            GeometryMember.Float("Scale", settings.Scale),
            GeometryMember.Float("Beta", settings.Beta),
            GeometryMember.Float("K", settings.K));
        plan.AddKernel("LocalResponseNormalization", geometry, operation.Output);
    }

    private sealed record Settings(int Size, float Scale, float Beta, float K) : OperationSettings;
}
