using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>The mean of each window of a sequence.</summary>
internal sealed class AvgPool1d : Operation
{
    public override CheckedOperation? Check(OperationContext context) => Pooling.CheckSequence(context, AvgPool2d.CountsPadding(context));

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => Pooling.Through(operation, field);

    public override void Plan(CheckedOperation operation, PlanBuilder plan) => Pooling.Plan("AveragePooling", operation, plan);
}
