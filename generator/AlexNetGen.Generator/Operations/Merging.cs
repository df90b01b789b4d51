using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>What operations that read several layers share.</summary>
internal static class Merging
{
    /// <summary>The inputs, if there are two or more and all are known; reports where there are too few.</summary>
    public static IReadOnlyList<MergeInput>? Inputs(OperationContext context)
    {
        string name = context.Declaration.Name;
        if (context.Merged.Count < 2)
        {
            context.Report(Rules.Incomplete, null, $"{name} needs two inputs or more, as in [{name}(nameof(A), nameof(B))].");
            return null;
        }

        return context.Merged.All(input => input.Shape is not null) ? context.Merged : null;
    }

    /// <summary>Reports inputs that do not go together, with each input's shape.</summary>
    public static void ReportMismatch(OperationContext context, MergeInput odd, string rule)
    {
        string inputs = string.Join(", ", context.Merged.Select(input => $"{input.Origin} ({input.Shape})"));
        context.Report(Rules.MergedShapes, ArgumentOf(context, odd), $"{context.Declaration.Name} {rule}, but its inputs are {inputs}.");
    }

    public static MergeSettings Settings(OperationContext context) => new(context.Merged.Select(input => input.Layer).ToEquatableArray());

    private static string? ArgumentOf(OperationContext context, MergeInput input)
    {
        int soFar = context.Merged.Count(other => other.Layer == MergeInput.SoFar);
        int index = context.Merged.ToList().IndexOf(input) - soFar;
        return index < 0 ? null : Place.Element(index);
    }
}

/// <summary>The layers that are merged, by number.</summary>
internal sealed record MergeSettings(EquatableArray<int> Inputs) : OperationSettings;
