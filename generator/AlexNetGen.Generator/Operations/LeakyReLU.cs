using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>x, times a slope where x is negative.</summary>
internal sealed class LeakyReLU : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        float? negativeSlope = context.Finite("NegativeSlope", 0.01);
        return negativeSlope is not null && context.Input is { } input ? context.Complete(input, new Settings(negativeSlope.Value)) : null;
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        Settings settings = (Settings)operation.Settings;
        plan.AddElementwise("LeakyRectifiedLinear", typeArgument: null, plan.Geometry("ILeakyRectifiedLinear", GeometryMember.Float("NegativeSlope", settings.NegativeSlope)));
    }

    private sealed record Settings(float NegativeSlope) : OperationSettings;
}
