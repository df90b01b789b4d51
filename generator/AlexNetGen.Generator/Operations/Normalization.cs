using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Normalises by the mean and variance of parts of the input itself.</summary>
/// <param name="affine">Whether it has weights where nothing is said.</param>
internal abstract class Normalization(bool affine) : Operation
{
    public sealed override bool HasWeights => true;

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        int points = operation.Input.Height * operation.Input.Width;
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IGroupNormalization",
            GeometryMember.Int("WeightLength", operation.Input.Channels),
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Regions", settings.EachPoint ? points : 1),
            GeometryMember.Int("Points", settings.EachPoint ? 1 : points),
            GeometryMember.Int("Groups", settings.Groups),
            GeometryMember.Float("Epsilon", settings.Epsilon));
        LayerWeights? weights = operation.Tensors.Count == 0 ? null : plan.Weights("ChannelWeights", "Create", geometry, operation.Tensors, "Weight", "Bias!");
        plan.AddKernel("GroupNormalization", geometry, operation.Output, weights);
    }

    /// <summary>Checks what all have in common.</summary>
    protected CheckedOperation? Check(OperationContext context, Shape input, int groups, bool eachPoint)
    {
        if (context.Finite("Epsilon", 1e-5) is not { } epsilon)
        {
            return null;
        }

        if (epsilon < 0)
        {
            context.Report(Rules.ArgumentRange, "Epsilon", $"{Name}'s Epsilon is {Formula.Real(epsilon)}; it must be at least 0.");
            return null;
        }

        if (input.Channels / groups * (eachPoint ? 1 : input.Height * input.Width) == 1)
        {
            context.Report(Rules.ArgumentRange, null, $"{Name} normalises over one value alone, of which nothing would be left; {context.InputInWords}. Remove it{(groups > 1 ? ", or put it where maps are larger" : string.Empty)}.");
            return null;
        }

        return context.Complete(input, new Settings(groups, eachPoint, epsilon)) is { } operation
            ? operation with { Tensors = context.Flag("Affine", affine) ? [Tensor("weight"), Tensor("bias")] : [] }
            : null;

        Tensor Tensor(string name) => new($"{context.WeightsPrefix}.{name}", [input.Channels], 1);
    }

    private sealed record Settings(int Groups, bool EachPoint, float Epsilon) : OperationSettings;
}
