using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Operations;

/// <summary>Deals the channels of each group round (Zhang et al., 2018).</summary>
internal sealed class ChannelShuffle : Operation
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? groups = context.Required("Groups", "the number of groups", "[ChannelShuffle(3)]");
        if (groups is null || context.RequirePoints() is not { } input)
        {
            return null;
        }

        if (input.Channels % groups.Value != 0)
        {
            context.Report(Rules.Groups, "Groups", $"{Formula.Number(groups.Value)} groups do not divide the {Formula.Number(input.Channels)} channels ({context.Origin}); each group is an equal share of them.");
            return null;
        }

        return context.Complete(input, new Settings(groups.Value));
    }

    public override void Plan(CheckedOperation operation, PlanBuilder plan)
    {
        plan.EnsureChannelsLast();
        Geometry geometry = plan.Geometry(
            "IChannelShuffle",
            GeometryMember.Int("Channels", operation.Input.Channels),
            GeometryMember.Int("Points", (long)operation.Input.Height * operation.Input.Width),
            GeometryMember.Int("Groups", ((Settings)operation.Settings).Groups));
        if (!plan.TryShuffleHalves(geometry))
        {
            plan.AddKernel("ChannelShuffling", geometry, operation.Output);
        }
    }

    /// <summary>The groups that an operation deals round; null for one that does something else.</summary>
    public static int? GroupsOf(CheckedOperation operation) => (operation.Settings as Settings)?.Groups;

    private sealed record Settings(int Groups) : OperationSettings;
}
