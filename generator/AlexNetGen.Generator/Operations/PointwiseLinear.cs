using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>A fully connected layer over the channels of each point: a convolution of kernel 1 whose weight has two dimensions.</summary>
internal sealed class PointwiseLinear : Convolution
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? outputs = context.Required("OutputChannels", "the number of output channels", "[PointwiseLinear(384)]");
        if (outputs is null || context.RequirePoints() is not { } input)
        {
            return null;
        }

        SlidWindows points = new(input.WithChannels(outputs.Value), Window.OfPoints(input.Height), Window.OfPoints(input.Width), Formula: null);
        return Complete(context, input, points, groups: 1);
    }
}
