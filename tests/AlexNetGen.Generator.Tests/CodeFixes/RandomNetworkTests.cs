using System.Globalization;
using System.Text.RegularExpressions;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Operations;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1001 over random networks: every fix does what its title says, and breaks nothing that it does not name.</summary>
public sealed class RandomNetworkTests
{
    private const int Networks = 320;
    private const int FailingAtLeast = 100;

    // An edit of one document costs more, the more documents a project has.
    private const int OpenAtOnce = 20;

    // The whole generated network is compiled for every so many of the results, which takes most of the time.
    private const int GeneratedEach = 10;

    [Fact]
    public async Task Every_fix_does_what_it_says()
    {
        RandomNetworks random = new(2012);
        List<Outcome> outcomes = [];
        int failing = 0;
        foreach (string[] chunk in Enumerable.Range(0, Networks).Select(random.Next).Chunk(OpenAtOnce))
        {
            Fixed opened = Fixed.OpenWithoutGenerator(chunk);
            Diagnostic[] before = [.. (await opened.Analyze()).Where(IsError)];
            foreach (Diagnostic diagnostic in before.Where(diagnostic => diagnostic.Id == "ANG1001"))
            {
                failing++;
                Diagnostic[] errorsBefore = [.. before.Where(error => error.Location.SourceTree == diagnostic.Location.SourceTree)];
                foreach (Fixed.Offer offer in await opened.Offers(diagnostic))
                {
                    string text = await opened.Apply(offer.Action, diagnostic);
                    outcomes.Add(new Outcome(
                        offer.Title, text.Replace("namespace Before", $"namespace After{Text(outcomes.Count)}_", StringComparison.Ordinal), diagnostic, errorsBefore));
                }
            }
        }

        CSharpCompilation after = Compiled.Compile("After", NullableContextOptions.Enable, [.. outcomes.Select(outcome => outcome.Text)]);
        ILookup<string, Diagnostic> errors = (await after.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync())
            .Where(IsError).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        List<string> wrong = [];
        for (int i = 0; i < outcomes.Count; i++)
        {
            SyntaxTree tree = after.SyntaxTrees[i];
            if (Judge(outcomes[i], after.GetSemanticModel(tree), [.. errors[tree.FilePath]]) is { } complaint)
            {
                wrong.Add($"{complaint}\n{outcomes[i].Title}\n{outcomes[i].Before.GetMessage(CultureInfo.InvariantCulture)}\n{outcomes[i].Text}\n");
            }
        }

        Assert.True(failing >= FailingAtLeast, $"{failing} networks fail.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {outcomes.Count}:\n{string.Join("\n", wrong.Take(5))}");
        string[] sound = [.. outcomes.Where((_, i) => !errors[after.SyntaxTrees[i].FilePath].Any()).Where((_, i) => i % GeneratedEach == 0).Select(outcome => outcome.Text)];
        Assert.Empty(Compiled.From(sound).Errors);
    }

    /// <summary>What is wrong with a fix; null where nothing is.</summary>
    private static string? Judge(Outcome outcome, SemanticModel model, IReadOnlyList<Diagnostic> errors)
    {
        (string layer, int operation) = Place(outcome.Before);
        if (errors.Any(error => error.Id == "ANG1001" && Place(error) == (layer, operation)))
        {
            return "It does not mend the operation.";
        }

        (string Id, (string Layer, int Operation) Place)[] fresh = [.. errors.Select(error => (error.Id, Place(error))).Except(outcome.ErrorsBefore.Select(error => (error.Id, Place(error))))];
        string note = outcome.Title[(outcome.Title + ";").IndexOf(';', StringComparison.Ordinal)..];
        Match said = Regex.Match(note, @"^; (?:then (?:(?<operation>\w+) on )?(?<layer>\w+) fails|then (?<id>ANG\d+) on (?<layer>Net)|against the \[Shape\] of (?<layer>\w+))$");
        bool isTrue = note.Length == 0 ? fresh.Length == 0 : fresh.Any(error =>
            error.Place.Layer == said.Groups["layer"].Value
            && said.Groups["operation"].Success == (error.Place.Layer == layer && error.Id != "ANG1007")
            && (!said.Groups["id"].Success || said.Groups["id"].Value == error.Id));
        if (!isTrue)
        {
            return $"It says '{note}', and there is: {string.Join(", ", fresh)}.";
        }

        TypeDeclarationSyntax type = model.SyntaxTree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Single();
        CheckedNetwork network = NetworkChecker.Check(DeclarationReader.Read(model.GetDeclaredSymbol(type)!, model.Compilation, CancellationToken.None).Declaration);
        CheckedOperation result = network.Layers.Single(candidate => candidate.Name == layer).Operations[operation];
        WindowSettings windows = (WindowSettings)result.Settings;
        Match size = Regex.Match(outcome.Title, @": (?:[^,:]+, floor |floor )?(?<height>\d+)(?:x(?<width>\d+))?(?:\D|$)");
        string width = size.Groups["width"].Success ? size.Groups["width"].Value : size.Groups["height"].Value;
        if (Text(result.Output.Height) != size.Groups["height"].Value || Text(result.Output.Width) != width)
        {
            return $"It makes {result.Output}.";
        }

        int unread = Unread(windows.Height, result.Output.Height) + Unread(windows.Width, result.Output.Width);
        return outcome.Title.Contains("never read", StringComparison.Ordinal) != unread > 0 ? $"{unread} rows and columns are never read."
            : outcome.Title.Contains(" exactly", StringComparison.Ordinal) && !outcome.Title.Contains("the height exactly", StringComparison.Ordinal) && !outcome.Title.Contains("the width exactly", StringComparison.Ordinal) && (windows.Height.Remainder, windows.Width.Remainder) != (0, 0) ? "It is not exact."
            : null;
    }

    /// <summary>The rows that a dropped window would read and none of so many windows reads, counted one by one.</summary>
    private static int Unread(Window window, int length)
    {
        if (window.Overhang(length) >= 0)
        {
            return 0;
        }

        IEnumerable<int> Rows(int index) => Enumerable.Range(0, window.Kernel)
            .Select(tap => (index * window.Stride) - window.PaddingBefore + (tap * window.Dilation))
            .Where(row => row >= 0 && row < window.Input);
        return Rows(length).Except(Enumerable.Range(0, length).SelectMany(Rows)).Count();
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static (string Layer, int Operation) Place(Diagnostic diagnostic)
    {
        SyntaxNode node = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        MemberDeclarationSyntax member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        AttributeSyntax[] attributes = [.. member.AttributeLists.SelectMany(list => list.Attributes)];
        return (member is PropertyDeclarationSyntax layer ? layer.Identifier.ValueText : "Net", Array.IndexOf(attributes, node.FirstAncestorOrSelf<AttributeSyntax>()));
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Outcome(string Title, string Text, Diagnostic Before, Diagnostic[] ErrorsBefore);
}
