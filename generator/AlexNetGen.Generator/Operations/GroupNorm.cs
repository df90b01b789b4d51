using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>Normalises groups of channels over all points (Wu and He, 2018).</summary>
internal sealed class GroupNorm() : Normalization(affine: true)
{
    public override CheckedOperation? Check(OperationContext context)
    {
        int? groups = context.Required("Groups", "the number of groups", "[GroupNorm(32)]");
        if (groups is null || context.Input is not { } input)
        {
            return null;
        }

        if (input.Channels % groups.Value != 0)
        {
            context.Report(Rules.Groups, "Groups", $"{Formula.Number(groups.Value)} groups do not divide the {Formula.Number(input.Channels)} channels ({context.Origin}); each group is an equal share of them.");
            return null;
        }

        return Check(context, input, groups.Value, eachPoint: false);
    }

    public override ReceptiveField? Through(CheckedOperation operation, ReceptiveField? field) => null;
}
