using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>A function over all features, or over the channels at each point.</summary>
/// <param name="kernel">Its kernel.</param>
internal abstract class OverChannels(string kernel) : Operation
{
    public sealed override CheckedOperation? Check(OperationContext context) =>
        context.Input is { } input ? context.Complete(input, new Settings()) : null;

    public sealed override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        if (!operation.Input.IsVector)
        {
            plan.EnsureChannelsLast();
        }

        plan.AddElementwise(kernel, operation.Output);
    }

    private sealed record Settings : OperationSettings;
}
