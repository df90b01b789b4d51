using System.Collections.Immutable;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Diagnostics;

/// <summary>
/// Makes a diagnostic of a problem. Its properties, which SARIF shows as <c>customProperties</c>, hold the layer, the
/// formula and the remedies for tools to read, and the edits of each remedy for the code fixes.
/// </summary>
internal static class ProblemReport
{
    /// <param name="problem">The problem.</param>
    /// <param name="network">The network that has it; null for a block that is no network by itself.</param>
    /// <param name="map">The positions.</param>
    public static Diagnostic ToDiagnostic(Problem problem, CheckedNetwork? network, SourceMap map)
    {
        Location? origin = map.Origin(problem.Place) is { } exact ? map.Origin(problem.Place with { Argument = null }) ?? exact : null;
        IEnumerable<Location> related = problem.Related.Select(place => map.Origin(place) ?? map[place]);
        string message = origin is null ? problem.Message : $"{problem.Message} [{Line(origin)}]";
        ImmutableDictionary<string, string?> properties = network is null ? ImmutableDictionary<string, string?>.Empty : Properties(problem, network, map, isInBlock: origin is not null);
        return Diagnostic.Create(Rules.Find(problem.Rule), map[problem.Place], origin is null ? related : related.Prepend(origin), properties, message);
    }

    private static ImmutableDictionary<string, string?> Properties(Problem problem, CheckedNetwork network, SourceMap map, bool isInBlock)
    {
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();

        // What stands in a block serves other uses too: no edit of one is offered.
        Remedy[] remedies = isInBlock ? [] : [.. problem.Remedies.Where(remedy => remedy.Edits.All(edit => map.Origin(edit.Place) is null))];
        Add("layer", problem.Place.Layer < 0 ? null : network.Declaration.Layers[problem.Place.Layer].Name);
        Add("formula", problem.Formula ?? FormulaAt(problem.Place, network));
        Add("remedies", remedies.Length == 0 ? null : string.Join("\n", remedies.Select(remedy => remedy.Title)));
        RemedyProperties.Write(remedies, problem.Place, network.Declaration, properties);
        return properties.ToImmutable();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    /// <summary>The line of a block: <c>Bottleneck.cs, line 14: Conv2d(Width, Kernel = 3)</c>.</summary>
    private static string Line(Location origin)
    {
        FileLinePositionSpan span = origin.GetLineSpan();
        string text = origin.SourceTree?.GetText().ToString(origin.SourceSpan) ?? string.Empty;
        return $"{System.IO.Path.GetFileName(span.Path)}, line {Formula.Number(span.StartLinePosition.Line + 1)}: {text}";
    }

    private static string? FormulaAt(Place place, CheckedNetwork network) =>
        place is { Layer: >= 0, Operation: >= 0 } && place.Layer < network.Layers.Count && place.Operation < network.Layers[place.Layer].Operations.Count
            ? network.Layers[place.Layer].Operations[place.Operation].Formula
            : null;
}
