using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>The largest value of each window of a sequence.</summary>
internal sealed class MaxPool1d : Operation
{
    public override CheckedOperation? Check(OperationContext context) => Pooling.CheckSequence(context, countIncludePad: false);

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => Pooling.Through(operation, field);

    public override void Plan(CheckedOperation operation, PlanBuilder plan) => Pooling.Plan("MaxPooling", operation, plan);
}
