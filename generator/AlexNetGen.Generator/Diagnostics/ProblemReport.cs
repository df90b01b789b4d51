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
        RemedyProperties.Write(problem.Remedies, properties);
        Location[] related = [.. problem.Related.Select(place => map[place])];
        return Diagnostic.Create(Rules.Find(problem.Rule), map[problem.Place], related, properties.ToImmutable(), problem.Message);
    }
}
