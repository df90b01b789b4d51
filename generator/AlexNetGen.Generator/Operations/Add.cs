using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>The sum of several layers, value by value.</summary>
internal sealed class Add : Operation
{
    public override bool Merges => true;

    public override CheckedOperation? Check(OperationContext context)
    {
        if (Merging.Inputs(context) is not { } inputs)
        {
            return null;
        }

        Shape shape = inputs[0].Shape!;
        if (inputs.FirstOrDefault(input => input.Shape != shape) is { } odd)
        {
            Merging.ReportMismatch(context, odd, "needs inputs of one shape");
            return null;
        }

        return context.Complete(shape, Merging.Settings(context));
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        EquatableArray<int> inputs = ((MergeSettings)operation.Settings).Inputs;
        if (inputs[0] == MergeInput.SoFar && inputs.Count == 2 && plan.TryAdd(inputs[1]))
        {
            return;
        }

        if (inputs.Count == 2 && plan.TryAddToLast(inputs[0], inputs[1]))
        {
            return;
        }

        plan.Take(inputs[0]);
        foreach (int other in inputs.Skip(1))
        {
            plan.AddPair("Sum.Forward", geometry: null, other, operation.Output);
        }
    }
}
