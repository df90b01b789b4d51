using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>The mean of each window.</summary>
internal sealed class AvgPool2d : Operation
{
    public override CheckedOperation? Check(OperationContext context) =>
        Pooling.Check(context, CountsPadding(context));

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => Pooling.Through(operation, field);

    /// <summary>Whether padding counts in the divisor: as written, or the dialect's rule.</summary>
    public static bool CountsPadding(OperationContext context) =>
        context.Flag("CountIncludePad", context.Network.Dialect is Dialect.PyTorch or Dialect.Caffe);

    public override void Plan(CheckedOperation operation, PlanBuilder plan) => Pooling.Plan("AveragePooling", operation, plan);
}
