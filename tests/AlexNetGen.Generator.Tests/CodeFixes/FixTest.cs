using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Applies fixes to short networks and compiles what comes out.</summary>
public abstract class FixTest
{
    private protected static string Layer(string attributes) => Declared.Network("3, 224, 224", $"Conv1: {attributes}");

    /// <summary>A fix by the beginning of its title, applied; the result must compile with the generator and the analyzer.</summary>
    private protected static async Task<string> Fix(string source, string id, string title) => (await Fix([source], id, title)).Single();

    private protected static async Task<string[]> Fix(string[] sources, string id, string title)
    {
        Fixed opened = Fixed.Open(sources);
        Fixed.Offer[] offers = await opened.Offers(id);
        Fixed.Offer offer = Assert.Single(offers, offer => offer.Title.StartsWith(title, StringComparison.Ordinal));
        string[] fixedSources = await opened.Apply(offer.Action);
        AssertCompiles(fixedSources);
        return fixedSources;
    }

    private protected static void AssertCompiles(string[] sources)
    {
        IEnumerable<Diagnostic> wrong = Compiled.From(sources).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!wrong.Any(), string.Join("\n", wrong.Append<object>(sources[0])));
    }

    /// <summary>The one line of a text that holds a word.</summary>
    private protected static string Line(string source, string word) =>
        Assert.Single(source.Split('\n'), line => line.Contains(word, StringComparison.Ordinal)).Trim();
}
