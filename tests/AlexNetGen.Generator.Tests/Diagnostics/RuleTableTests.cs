using System.Runtime.CompilerServices;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>The table of rules, its tests and its release notes hold together.</summary>
public sealed class RuleTableTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_test_file(string id) => Assert.Single(
        Directory.GetFiles(Folder(), "*Tests.cs"), file => File.ReadAllText(file).Contains($"/// <summary>{id}: ", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_is_in_the_release_notes_as_it_is(string id)
    {
        DiagnosticDescriptor rule = Rules.Find(id);
        string line = Assert.Single(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Unshipped.md")), line => line.StartsWith(id, StringComparison.Ordinal));
        Assert.Equal($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}", line);
    }

    [Fact]
    public void Errors_cannot_be_configured_away_and_notes_can() => Assert.All(
        Rules.All,
        rule => Assert.Equal(rule.DefaultSeverity == DiagnosticSeverity.Error, rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void What_counts_as_an_error_is_one() =>
        Assert.All(Rules.All, rule => Assert.Equal(rule.DefaultSeverity == DiagnosticSeverity.Error, Rules.IsError(rule.Id)));

    // Where analyzers are switched off the stub throws the text.
    [Fact]
    public void A_stub_throws_the_text_of_its_error()
    {
        Compiled compiled = Declared.Compile("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4)");
        string message = Assert.Single(compiled.Diagnostics).Message();
        Assert.Contains(Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral("ANG1001: " + message, quote: true), compiled.Generated["Tests.Net.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#pragma warning disable ANG1001")]
    [InlineData("#pragma warning disable")]
    public void A_pragma_does_not_silence_an_error(string pragma) =>
        Assert.Single(Compiled.From(pragma + "\n" + Declared.Network("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4)")).Diagnostics, diagnostic => !diagnostic.IsSuppressed);

    [Fact]
    public void NoWarn_does_not_silence_an_error()
    {
        Compiled compiled = Declared.Compile("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4)");
        compiled = Compiled.From(compiled.Input.WithOptions(compiled.Input.Options.WithSpecificDiagnosticOptions([new("ANG1001", ReportDiagnostic.Suppress)])));
        Assert.Equal("ANG1001", Assert.Single(compiled.Diagnostics).Id);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
