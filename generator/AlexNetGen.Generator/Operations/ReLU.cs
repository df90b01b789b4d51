using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>max(x, 0), fused into the kernel before it where that can.</summary>
internal sealed class ReLU : Operation
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? context.Complete(input, new Settings()) : null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (!plan.TryActivate("ReLU"))
        {
            plan.AddElementwise("RectifiedLinear", typeArgument: null);
        }
    }

    private sealed record Settings : OperationSettings;
}
