using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Passes on what it reads.</summary>
internal sealed class Identity : Operation
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? context.Complete(input, new Settings()) : null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
    }

    private sealed record Settings : OperationSettings;
}
