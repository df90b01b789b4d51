using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>The analyzer, and the generator if wanted, as a project of a workspace references them.</summary>
internal sealed class WorkspaceAnalyzers(bool generates) : AnalyzerReference
{
    // The workspace knows a generator by its identity.
    private readonly ImmutableArray<ISourceGenerator> _generators = generates ? [new NetworkGenerator().AsSourceGenerator()] : [];

    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [new NetworkAnalyzer()];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => GetAnalyzers(LanguageNames.CSharp);

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
}
