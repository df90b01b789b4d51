using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Batch normalisation at inference (Ioffe and Szegedy, 2015).</summary>
internal abstract class BatchNorm : Operation
{
    // One value a channel: a fan-in of 6 makes random weights uniform in [-1, 1).
    private const long FanIn = 6;

    public sealed override bool HasWeights => true;

    public sealed override CheckedOperation? Check(OperationContext context)
    {
        double epsilon = context.Real("Epsilon", 1e-5f);
        if (!(epsilon >= 0) || double.IsInfinity(epsilon))
        {
            context.Report(Rules.ArgumentRange, "Epsilon", $"{Name}'s Epsilon is added to a variance before a square root; it must be a number of at least 0.");
            return null;
        }

        if (Require(context) is not { } input)
        {
            return null;
        }

        string prefix = context.WeightsPrefix;
        return context.Complete(input, new Settings((float)epsilon)) is { } operation
            ? operation with
            {
                Tensors =
                [
                    new Tensor(prefix + ".weight", [input.Channels], FanIn),
                    new Tensor(prefix + ".bias", [input.Channels], FanIn),
                    new Tensor(prefix + ".running_mean", [input.Channels], FanIn, IsParameter: false),
                    new Tensor(prefix + ".running_var", [input.Channels], FanIn, IsParameter: false),
                ],
            }
            : null;
    }

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IBatchNormalization",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Points", (long)operation.Input.Height * operation.Input.Width),
            GeometryMember.Float("Epsilon", ((Settings)operation.Settings).Epsilon),
            GeometryMember.Bool("ReLU", false));
        LayerWeights weights = plan.Weights("BatchNormalizationWeights", "Create", geometry, operation.Tensors, "Weight", "Bias", "RunningMean", "RunningVariance");
        if (!plan.TryNormalize(weights, geometry))
        {
            plan.AddKernel("BatchNormalization", geometry, operation.Output, weights, inPlace: true);
        }
    }

    /// <summary>The input, if it has the wanted rank; reports where it has not.</summary>
    protected abstract Shape? Require(OperationContext context);

    private sealed record Settings(float Epsilon) : OperationSettings;
}
