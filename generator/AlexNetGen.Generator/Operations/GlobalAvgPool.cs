using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Operations;

/// <summary>The mean of each channel: an adaptive average pool to one point.</summary>
internal sealed class GlobalAvgPool() : AdaptivePool2d("AdaptiveAveragePooling")
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.RequirePoints() is { } input ? To(new Shape(input.Dimensions.Select((length, axis) => axis == 0 ? length : 1).ToEquatableArray()), context, input) : null;
}
