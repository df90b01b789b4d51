using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>Normalises the features, or the channels at each point (Ba et al., 2016).</summary>
internal sealed class LayerNorm() : Normalization(affine: true)
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? Check(context, input, groups: 1, eachPoint: true) : null;
}
