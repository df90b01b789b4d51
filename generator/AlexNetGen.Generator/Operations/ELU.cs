using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>x, or alpha * (exp(x) - 1) where x is negative.</summary>
internal sealed class ELU : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        float? alpha = context.Finite("Alpha", 1);
        return alpha is not null && context.Input is { } input ? context.Complete(input, new Settings(alpha.Value)) : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        plan.AddElementwise("ExponentialLinear", typeArgument: null, plan.Geometry("IExponentialLinear", GeometryMember.Float("Alpha", settings.Alpha)));
    }

    private sealed record Settings(float Alpha) : OperationSettings;
}
