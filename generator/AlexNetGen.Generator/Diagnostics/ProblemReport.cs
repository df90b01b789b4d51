using System.Collections.Immutable;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Diagnostics;

/// <summary>Makes a diagnostic of a problem, with the edits of its remedies for the code fixes.</summary>
internal static class ProblemReport
{
    public static Diagnostic ToDiagnostic(Problem problem, SourceMap map)
    {
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        Location? origin = map.Origin(problem.Place) is { } exact ? map.Origin(problem.Place with { Argument = null }) ?? exact : null;

        // What stands in a block serves other uses too: no edit of one is offered.
        RemedyProperties.Write(
            origin is null ? [.. problem.Remedies.Where(remedy => remedy.Edits.All(edit => map.Origin(edit.Place) is null))] : [], properties);
        IEnumerable<Location> related = problem.Related.Select(place => map.Origin(place) ?? map[place]);
        string message = origin is null ? problem.Message : $"{problem.Message} [{Line(origin)}]";
        return Diagnostic.Create(Rules.Find(problem.Rule), map[problem.Place], origin is null ? related : related.Prepend(origin), properties.ToImmutable(), message);
    }

    /// <summary>The line of a block: <c>Bottleneck.cs, line 14: Conv2d(Width, Kernel = 3)</c>.</summary>
    private static string Line(Location origin)
    {
        FileLinePositionSpan span = origin.GetLineSpan();
        string text = origin.SourceTree?.GetText().ToString(origin.SourceSpan) ?? string.Empty;
        return $"{System.IO.Path.GetFileName(span.Path)}, line {Formula.Number(span.StartLinePosition.Line + 1)}: {text}";
    }
}
