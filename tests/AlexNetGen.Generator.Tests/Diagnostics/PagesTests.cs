using System.Globalization;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>The pages of generator/diagnostics say what the compiler says.</summary>
public sealed class PagesTests
{
    public static TheoryData<string> Ids => RuleTableTests.Ids;

    public static TheoryData<string> Configurable => [.. Rules.All.Where(rule => rule.DefaultSeverity < DiagnosticSeverity.Error).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_title_is_the_rules(string id) => Assert.Equal($"# {id}: {Title(Rules.Find(id))}", Page.Of(id).Title);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_gives_the_message(string id)
    {
        Page page = Page.Of(id);
        Compiled compiled = Compiled.From(page.Example);
        Diagnostic found = Assert.Single(compiled.Diagnostics, IsOurs);
        string said = $"{found.Id}: {found.Message()}";
        Assert.True(page.Message == said, $"The compiler says:\n{said}\nThe page says:\n{page.Message}");
        Assert.Equal(id, found.Id);
        Assert.Equal(Rules.Find(id).DefaultSeverity, found.Severity);

        // What C# says beside it is on the page.
        Assert.All(compiled.Errors.Where(error => !IsOurs(error)), error => Assert.True(page.Names(error.Id), error.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_ways_out_compile(string id)
    {
        IReadOnlyList<string> ways = Page.Of(id).WaysOut;
        Assert.NotEmpty(ways);
        Assert.All(ways, way => Assert.DoesNotContain(
            Compiled.From(way).Diagnostics,
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (IsOurs(diagnostic) && (diagnostic.Id == id || diagnostic.Severity != DiagnosticSeverity.Info))));
    }

    [Theory]
    [MemberData(nameof(Configurable))]
    public void What_can_be_silenced_is_by_what_the_page_says(string id)
    {
        Page page = Page.Of(id);
        AnalyzerConfigSet set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(Assert.Single(page.Configurations), "/.editorconfig") });
        Compilation silenced = Compiled.From(page.Example).Input;
        silenced = silenced.WithOptions(silenced.Options.WithSpecificDiagnosticOptions(set.GetOptionsForSourcePath("/Net.cs").TreeOptions));
        Assert.DoesNotContain(Compiled.From((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)silenced).Diagnostics, IsOurs);
    }

    [Theory]
    [MemberData(nameof(Configurable))]
    public void What_can_be_configured_can_be_made_an_error(string id)
    {
        AnalyzerConfigSet set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse($"[*.cs]\ndotnet_diagnostic.{id}.severity = error", "/.editorconfig") });
        Compilation strict = Compiled.From(Page.Of(id).Example).Input;
        strict = strict.WithOptions(strict.Options.WithSpecificDiagnosticOptions(set.GetOptionsForSourcePath("/Net.cs").TreeOptions));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(Compiled.From((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)strict).Diagnostics, found => found.Id == id).Severity);
    }

    [Fact]
    public void The_table_lists_every_rule() => Assert.Equal(
        Rules.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {Title(rule)} |"),
        Page.Read("README.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)));

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() => Assert.Equal(
        Rules.All.Select(rule => rule.Id),
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages"), "ANG*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("ANG", StringComparison.Ordinal);

    private static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(CultureInfo.InvariantCulture);
}
