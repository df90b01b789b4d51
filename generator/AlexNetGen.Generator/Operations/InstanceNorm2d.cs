using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>Normalises each channel over all points (Ulyanov et al., 2016).</summary>
internal sealed class InstanceNorm2d() : Normalization(affine: false)
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.RequireMap() is { } input ? Check(context, input, input.Channels, eachPoint: false) : null;

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => null;
}
