using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Every fix of every rule, over random graphs: what it was offered for is gone, and nothing is new that its title does not name.</summary>
public sealed class RandomGraphTests
{
    private const int Seed = 1986;
    private const int Graphs = 300;
    private const int OpenAtOnce = 20;
    private const int GeneratedEach = 20;
    private const int OfEachRuleAtLeast = 10;

    private static readonly string[] RulesWithFixes = ["ANG1001", "ANG1005", "ANG1006", "ANG1007", "ANG1008", "ANG1010", "ANG3001", "ANG3002"];

    [Fact]
    public async Task Every_fix_mends_and_breaks_nothing()
    {
        RandomGraphs random = new(Seed);
        List<Outcome> outcomes = [];
        foreach (string[] chunk in Enumerable.Range(0, Graphs).Select(random.Next).Chunk(OpenAtOnce))
        {
            Fixed opened = Fixed.OpenWithoutGenerator(chunk);
            Diagnostic[] before = await opened.Analyze();
            foreach (Diagnostic diagnostic in before)
            {
                Diagnostic[] ofFile = [.. before.Where(other => other.Location.SourceTree == diagnostic.Location.SourceTree)];
                foreach (Fixed.Offer offer in await opened.Offers(diagnostic))
                {
                    string text = await opened.Apply(offer.Action, diagnostic);
                    outcomes.Add(new Outcome(offer.Title, text.Replace("namespace Before", $"namespace After{outcomes.Count.ToString(CultureInfo.InvariantCulture)}_", StringComparison.Ordinal), diagnostic, ofFile));
                }
            }
        }

        Dictionary<string, int> offered = outcomes.GroupBy(outcome => outcome.Before.Id).ToDictionary(group => group.Key, group => group.Count());
        string[] rare = [.. RulesWithFixes.Where(id => offered.GetValueOrDefault(id) < OfEachRuleAtLeast)];
        Assert.True(rare.Length == 0, $"Seed {Seed}: too few fixes of {string.Join(", ", rare)}.");

        CSharpCompilation after = Compiled.Compile("After", NullableContextOptions.Enable, [.. outcomes.Select(outcome => outcome.Text)]);
        ImmutableArray<Diagnostic> found = await after.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        ILookup<string, Diagnostic> byFile = found.ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        string[] wrong = [.. outcomes.Select((outcome, i) => (outcome, Complaint: Judge(outcome, [.. byFile[after.SyntaxTrees[i].FilePath]])))
            .Where(pair => pair.Complaint is not null)
            .Select(pair => $"{pair.Complaint}\n{pair.outcome.Title}\n{pair.outcome.Before.Id}: {pair.outcome.Before.Message()}\n{pair.outcome.Before.Location.SourceTree}\n{pair.outcome.Text}\n")];
        Assert.True(wrong.Length == 0, $"Seed {Seed}: {wrong.Length} of {outcomes.Count}:\n{string.Join("\n", wrong.Take(4))}");

        string[] sound = [.. outcomes.Where((_, i) => !byFile[after.SyntaxTrees[i].FilePath].Any(IsError)).Where((_, i) => i % GeneratedEach == 0).Select(outcome => outcome.Text)];
        Assert.Empty(Compiled.From(sound).Errors);
    }

    /// <summary>What is wrong with a fix; null where nothing is.</summary>
    private static string? Judge(Outcome outcome, IReadOnlyList<Diagnostic> after)
    {
        // Where operations move, what is said tells them apart.
        bool moves = outcome.Before.Id is "ANG1005" or "ANG3002";
        bool Same(Diagnostic other) => other.Id == outcome.Before.Id && Layer(other) == Layer(outcome.Before)
            && (moves ? other.Message() == outcome.Before.Message() : Operation(other) == Operation(outcome.Before));
        if (after.Any(Same))
        {
            return "It does not mend.";
        }

        // A merge that fails already may fail for another operation now.
        (string Id, string Layer, int Operation) Key(Diagnostic error) => Regex.Match(error.Message(), @"what (\w+) merges differs") is { Success: true } merge ? (error.Id, merge.Groups[1].Value, 0) : (error.Id, Layer(error), moves ? 0 : Operation(error));
        (string Id, string Layer, int Operation)[] fresh = [.. after.Where(IsError).Select(Key).Except(outcome.AllBefore.Where(IsError).Select(Key))];
        bool isNoted = Regex.IsMatch(outcome.Title, "; (then|against) ");
        return fresh.Length > 0 && !isNoted ? $"It brings {string.Join(", ", fresh)}."
            : fresh.Length == 0 && isNoted ? "Nothing is new, and its title names something."
            : null;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static int Operation(Diagnostic diagnostic)
    {
        SyntaxNode node = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        AttributeSyntax? attribute = node.FirstAncestorOrSelf<AttributeSyntax>();
        return node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.AttributeLists.SelectMany(list => list.Attributes).ToList().IndexOf(attribute!);
    }

    private static string Layer(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetRoot()
        .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText ?? "Net";

    private sealed record Outcome(string Title, string Text, Diagnostic Before, Diagnostic[] AllBefore);
}
