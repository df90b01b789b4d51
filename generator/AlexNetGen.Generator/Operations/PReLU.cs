using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>x, times a learned slope where x is negative (He et al., 2015).</summary>
internal sealed class PReLU : Operation
{
    public override bool HasWeights => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        if (context.AtLeast("NumParameters", 1, 1) is not { } count || context.Input is not { } input)
        {
            return null;
        }

        if (count != 1 && count != input.Channels)
        {
            context.Report(Rules.ArgumentRange, "NumParameters", $"PReLU has {Formula.Number(count)} slopes for {Formula.Number(input.Channels)} {(input.IsVector ? "features" : "channels")} ({context.Origin}). Take {Formula.Number(input.Channels)}, or 1 for all.");
            return null;
        }

        return context.Complete(input, new Settings(count)) is { } operation
            ? operation with { Tensors = [new Tensor(context.WeightsPrefix + ".weight", [count], 1)] }
            : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IParametricRectifiedLinear",
            GeometryMember.Int("WeightLength", ((Settings)operation.Settings).Count),
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Points", (long)operation.Input.Height * operation.Input.Width));
        plan.AddKernel("ParametricRectifiedLinear", geometry, operation.Output, plan.Weights("ChannelWeights", "Create", geometry, operation.Tensors, "Weight", "Bias!"));
    }

    private sealed record Settings(int Count) : OperationSettings;
}
