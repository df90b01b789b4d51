using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>Takes a number of channels from one on.</summary>
internal sealed class Slice : ChannelRange
{
    public override CheckedOperation? Check(OperationContext context)
    {
        if (context.Required("Count", "its first channel and the number of channels", "[Slice(0, 24)]") is not { } count
            || context.AtLeast("Start", 0, 0) is not { } start || context.Input is not { } input)
        {
            return null;
        }

        long end = (long)start + count;
        if (end <= input.Channels)
        {
            return Take(context, input, start, count);
        }

        string waysOut = start < input.Channels
            ? $"Take at most {Formula.Number(input.Channels - start)} from {Formula.Number(start)}"
            : $"Start at {Formula.Number(input.Channels - 1)} or before";
        context.Report(
            Rules.ArgumentRange,
            start < input.Channels ? "Count" : "Start",
            $"Slice takes {Noun(input)} {Formula.Number(start)} to {Formula.Number(end - 1)}, but {context.InputInWords}, the last of them {Formula.Number(input.Channels - 1)}. {waysOut}.");
        return null;
    }
}
