using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Operations;

/// <summary>Convolution over a sequence: one of maps of one row.</summary>
internal sealed class Conv1d : Convolution
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? outputs = context.Required("OutputChannels", "the number of output channels", "[Conv1d(64, Kernel = 3)]");
        WindowArguments? arguments = WindowArguments.ReadSequence(context, isPool: false);
        int? groups = context.AtLeast("Groups", 1, 1);
        if (outputs is null || arguments is null || groups is null || context.RequireSequence() is not { } input
            || !ChannelGroups.Divide(context, input.Channels, outputs.Value, groups.Value)
            || arguments.Over(context, input, outputs.Value) is not { } slid)
        {
            return null;
        }

        return Complete(context, input, slid, groups.Value, slid.Width.Kernel);
    }
}
