using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>log(1 + exp(beta * x)) / beta; x itself above a threshold.</summary>
internal sealed class Softplus : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        float? beta = context.Finite("Beta", 1);
        float? threshold = context.Finite("Threshold", 20);
        if (beta is <= 0)
        {
            context.Report(Rules.ArgumentRange, "Beta", $"Softplus's Beta is {Formula.Real(beta.Value)}; it must be above 0.");
            return null;
        }

        return beta is not null && threshold is not null && context.Input is { } input
            ? context.Complete(input, new Settings(beta.Value, threshold.Value))
            : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        Geometry geometry = plan.Geometry(
            "ISoftplus",
            GeometryMember.Float("Beta", settings.Beta),
            GeometryMember.Float("Threshold", settings.Threshold));
        plan.AddElementwise("Softplus", typeArgument: null, geometry);
    }

    private sealed record Settings(float Beta, float Threshold) : OperationSettings;
}
