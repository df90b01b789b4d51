using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>Batch normalisation of a sequence, or of a vector's features.</summary>
internal sealed class BatchNorm1d : BatchNorm
{
    protected override Shape? Require(OperationContext context) => context.Input is { IsVector: true } vector ? vector : context.RequireSequence();
}
