using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>A function of each value without arguments.</summary>
/// <param name="kernel">Its kernel.</param>
internal abstract class Elementwise(string kernel) : Operation
{
    public sealed override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? context.Complete(input, new Settings()) : null;

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan) => plan.AddElementwise(kernel, typeArgument: null);

    private sealed record Settings : OperationSettings;
}
