using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>The identity at inference, as in every modern framework (the 2012 paper multiplies by 0.5 instead).</summary>
internal sealed class Dropout : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        double p = context.Real("P", 0.5);
        if (!(p >= 0 && p < 1))
        {
            context.Report(Rules.ArgumentRange, "P", $"Dropout's p is {p.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}, the share of values dropped in training; it must be at least 0 and below 1.");
            return null;
        }

        return context.Input is { } input ? context.Complete(input, new Settings()) : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
    }

    private sealed record Settings : OperationSettings;
}
