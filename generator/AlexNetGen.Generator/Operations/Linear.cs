using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>A fully connected layer.</summary>
internal sealed class Linear : Operation
{
    public override bool HasWeights => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        int? outputs = context.Required("OutputFeatures", "the number of output features", "[Linear(1000)]");
        if (outputs is null || context.RequireVector() is not { } input)
        {
            return null;
        }

        long weights = Saturating.Multiply(input.Channels, outputs.Value);
        if (!context.Fits("weights", weights))
        {
            return null;
        }

        bool bias = context.Flag("Bias", true);
        Tensor weight = new(context.WeightsPrefix + ".weight", [outputs.Value, input.Channels], input.Channels);
        return context.Complete(new Shape(outputs.Value), new Settings()) is { } operation
            ? operation with
            {
                MultiplyAdds = weights,
                Tensors = bias ? [weight, new Tensor(context.WeightsPrefix + ".bias", [outputs.Value], input.Channels)] : [weight],
            }
            : null;
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Geometry geometry = plan.Geometry(
            "IFullyConnected",
            GeometryMember.Int("InputFeatures", operation.Input.Channels),
            GeometryMember.Int("OutputFeatures", operation.Output.Channels),
            GeometryMember.Bool("ReLU", false));
        plan.AddKernel("FullyConnected", geometry, operation.Output, plan.Weights("FullyConnectedWeights", "Load", geometry, operation.Tensors, "Weight()", "Bias!"));
    }

    private sealed record Settings : OperationSettings;
}
