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
    public const string Layer = "layer";
    public const string Formula = "formula";
    public const string Remedies = "remedies";

    public static Diagnostic ToDiagnostic(Problem problem, CheckedNetwork network, SourceMap map)
    {
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        Add(Layer, problem.Place.Layer < 0 ? null : network.Declaration.Layers[problem.Place.Layer].Name);
        Add(Formula, problem.Formula ?? FormulaAt(problem.Place, network));
        Add(Remedies, problem.Remedies.Count == 0 ? null : string.Join("\n", problem.Remedies.Select(remedy => remedy.Title)));
        RemedyProperties.Write(problem, network.Declaration, properties);
        Location[] related = [.. problem.Related.Select(place => map[place])];
        return Diagnostic.Create(Rules.Find(problem.Rule), map[problem.Place], related, properties.ToImmutable(), problem.Message);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    private static string? FormulaAt(Place place, CheckedNetwork network) =>
        place is { Layer: >= 0, Operation: >= 0 } && place.Layer < network.Layers.Count && place.Operation < network.Layers[place.Layer].Operations.Count
            ? network.Layers[place.Layer].Operations[place.Operation].Formula
            : null;
}
