using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>The mean of each channel: an adaptive average pool to one point.</summary>
internal sealed class GlobalAvgPool() : AdaptivePool2d("AdaptiveAveragePooling")
{
    public override CheckedOperation? Check(OperationContext context) =>
        context.RequireMap() is { } input ? To(new Shape(input.Channels, 1, 1), context, input) : null;
}
