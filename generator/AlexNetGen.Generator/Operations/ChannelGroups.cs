using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>Whether groups split the channels of a convolution.</summary>
internal static class ChannelGroups
{
    public static bool Divide(OperationContext context, int inputs, int outputs, int groups)
    {
        if (inputs % groups == 0 && outputs % groups == 0)
        {
            return true;
        }

        IEnumerable<int> divisors = Enumerable.Range(1, Math.Min(Math.Min(inputs, outputs), 4096)).Where(count => inputs % count == 0 && outputs % count == 0);
        string which = (inputs % groups, outputs % groups) switch
        {
            (not 0, not 0) => $"divides neither the {Formula.Number(inputs)} input channels ({context.Origin}) nor the {Formula.Number(outputs)} output channels",
            (not 0, _) => $"does not divide the {Formula.Number(inputs)} input channels ({context.Origin})",
            _ => $"does not divide the {Formula.Number(outputs)} output channels",
        };
        int[] possible = [.. divisors];
        IEnumerable<string> nearest = possible.OrderBy(count => Math.Abs((long)count - groups)).Take(4).OrderBy(count => count).Select(count => Formula.Number(count));
        context.Report(
            Rules.Groups,
            "Groups",
            $"Groups = {Formula.Number(groups)} {which}; each group takes an equal share of both. Groups that divide both: {string.Join(", ", nearest)}{(possible.Length > 4 ? " (the nearest)" : string.Empty)}.");
        return false;
    }
}
