using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>Two-dimensional convolution, with groups, dilation and any padding.</summary>
internal sealed class Conv2d : Convolution
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? outputs = context.Required("OutputChannels", "the number of output channels", "[Conv2d(64, Kernel = 3)]");
        WindowArguments? arguments = WindowArguments.Read(context, isPool: false);
        int? groups = context.AtLeast("Groups", 1, 1);
        if (outputs is null || arguments is null || groups is null || context.RequireMap() is not { } input
            || !ChannelGroups.Divide(context, input.Channels, outputs.Value, groups.Value)
            || arguments.Over(context, input, outputs.Value) is not { } slid)
        {
            return null;
        }

        return Complete(context, input, slid, groups.Value, slid.Height.Kernel, slid.Width.Kernel);
    }
}
