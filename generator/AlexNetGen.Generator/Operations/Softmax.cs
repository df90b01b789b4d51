using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>exp(x) / sum of exp(x), over features, or over channels at each point.</summary>
internal sealed class Softmax : Operation
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? context.Complete(input, new Settings()) : null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (operation.Input.IsMap)
        {
            plan.EnsureChannelsLast();
        }

        plan.AddElementwise("Softmax", operation.Output);
    }

    private sealed record Settings : OperationSettings;
}
