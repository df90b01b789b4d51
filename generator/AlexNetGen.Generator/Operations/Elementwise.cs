using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>A function of each value without arguments.</summary>
/// <param name="kernel">Its kernel.</param>
/// <param name="activation">The runtime's name for it as what follows a convolution; null where it is only a kernel of its own.</param>
internal abstract class Elementwise(string kernel, string? activation = null) : Operation
{
    public sealed override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? context.Complete(input, new Settings()) : null;

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (activation is null || !plan.TryActivate(activation))
        {
            plan.AddElementwise(kernel, typeArgument: null);
        }
    }

    private sealed record Settings : OperationSettings;
}
