using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>x times the normal distribution function of x, or about that.</summary>
internal sealed class GELU : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        Approximation? approximate = context.Choice("Approximate", Approximation.None);
        return approximate is not null && context.Input is { } input ? context.Complete(input, new Settings(approximate.Value)) : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        (string kernel, string activation) = settings.Approximate == Approximation.Tanh
            ? ("GaussianErrorLinearByTanh", "GELUByTanh")
            : ("GaussianErrorLinear", "GELU");
        if (!plan.TryActivate(activation))
        {
            plan.AddElementwise(kernel, typeArgument: null);
        }
    }

    private sealed record Settings(Approximation Approximate) : OperationSettings;
}
