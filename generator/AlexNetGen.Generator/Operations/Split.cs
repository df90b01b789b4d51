using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>Takes one of several equal parts of the channels.</summary>
internal sealed class Split : ChannelRange
{
    public override CheckedOperation? Check(OperationContext context)
    {
        if (context.Required("Parts", "the number of parts and the one to take", "[Split(2, 0)]") is not { } parts
            || context.AtLeast("Index", 0, 0) is not { } index)
        {
            return null;
        }

        if (index >= parts)
        {
            context.Report(Rules.ArgumentRange, "Index", $"Split's Index is {Formula.Number(index)}; {Formula.Number(parts)} parts are counted from 0 to {Formula.Number(parts - 1)}.");
            return null;
        }

        if (context.Input is not { } input)
        {
            return null;
        }

        if (input.Channels % parts != 0)
        {
            Quotient share = new(input.Channels / parts, input.Channels % parts, parts);
            context.Report(
                Rules.Groups,
                "Parts",
                $"{Formula.Number(parts)} parts do not divide the {Formula.Number(input.Channels)} {Noun(input)} ({context.Origin}): {Formula.Number(input.Channels)} / {Formula.Number(parts)} = {share}. Take a number that divides them, or unequal parts with Slice, as in [Slice(0, {Formula.Number((input.Channels + parts - 1) / parts)})].");
            return null;
        }

        int count = input.Channels / parts;
        return Take(context, input, index * count, count);
    }
}
