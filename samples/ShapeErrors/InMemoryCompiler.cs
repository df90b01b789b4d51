using System.Collections.Immutable;
using System.Globalization;
using AlexNetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.Samples;

/// <summary>Compiles a declaration as a build does, with the generator and the analyzer, but in memory.</summary>
public static class InMemoryCompiler
{
    // The assemblies that this program runs on are those that a network refers to.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Layer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a declaration.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <returns>Every error of the compiler, the generator and the analyzer, in the order of the source.</returns>
    public static IReadOnlyList<CompileError> Errors(Declaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        CSharpParseOptions language = new(LanguageVersion.Latest);
        CSharpCompilation written = CSharpCompilation.Create(
            "Declaration",
            [CSharpSyntaxTree.ParseText(declaration.Source, language, declaration.FileName)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: language)
            .RunGeneratorsAndUpdateCompilation(written, out Compilation whole, out ImmutableArray<Diagnostic> generated);
        ImmutableArray<Diagnostic> compiled = whole
            .WithAnalyzers([new NetworkAnalyzer()])
            .GetAllDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();

        return
        [
            .. generated.Concat(compiled)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(ToError),
        ];
    }

    private static CompileError ToError(Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        TextLine line = diagnostic.Location.SourceTree!.GetText().Lines.GetLineFromPosition(span.Start);
        return new CompileError(
            diagnostic.Id,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            line.ToString(),
            span.Start - line.Start,
            Math.Min(span.End, line.End) - span.Start);
    }
}
