using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Multiplies each channel by a learned value (Touvron et al., 2021).</summary>
internal sealed class ChannelScale : Operation
{
    // One value a channel: a fan-in of 6 makes random weights uniform in [-1, 1).
    private const long FanIn = 6;

    public override bool HasWeights => true;

    public override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input && context.Complete(input, new Settings()) is { } operation
            ? operation with { Tensors = [new Tensor(context.WeightsPrefix, [input.Channels, .. input.Dimensions.Skip(1).Select(_ => 1)], FanIn)] }
            : null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IChannelScaling",
            GeometryMember.Int("WeightLength", operation.Input.Channels),
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Points", (long)operation.Input.Height * operation.Input.Width));
        plan.AddKernel("ChannelScaling", geometry, operation.Output, plan.Weights("ChannelWeights", "Create", geometry, operation.Tensors, "Weight", "Bias!"), inPlace: true);
    }

    private sealed record Settings : OperationSettings;
}
