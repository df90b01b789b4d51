using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Makes feature maps a vector: channels, then rows, then columns.</summary>
internal sealed class Flatten : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        if (context.Input is not { } input || !context.Fits("a vector", input.Length))
        {
            return null;
        }

        string? formula = input.IsVector
            ? null
            : $"{string.Join(" * ", input.Dimensions.Select(dimension => Formula.Number(dimension)))} = {Formula.Number(input.Length)}";
        return context.Complete(new Shape((int)input.Length), new Settings()) is { } operation ? operation with { Formula = formula } : null;
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => null;

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        plan.EnsureChannelsFirst();
        plan.Reshape(operation.Output);
    }

    private sealed record Settings : OperationSettings;
}
