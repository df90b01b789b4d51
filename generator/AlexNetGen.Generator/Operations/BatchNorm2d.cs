using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>Batch normalisation of feature maps.</summary>
internal sealed class BatchNorm2d : BatchNorm
{
    protected override Shape? Require(OperationContext context) => context.RequireMap();
}
