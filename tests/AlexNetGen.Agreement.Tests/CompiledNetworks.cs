using System.Reflection;
using AlexNetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Networks compiled with the generator and the analyzer, as in a user's project, and loaded.</summary>
internal static class CompiledNetworks
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Layer).Assembly.Location),
    ];

    /// <summary>Compiles the networks of one assembly; any error or warning fails.</summary>
    public static Assembly Compile(string name, IReadOnlyList<RandomNetwork> networks)
    {
        CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        SyntaxTree[] trees = [.. networks.Select(network => CSharpSyntaxTree.ParseText("using AlexNetGen;\n" + network.Source, options, network.Name + ".cs"))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Diagnostic[] found = [.. output.WithAnalyzers([new NetworkAnalyzer()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "ANG1010")];
        Assert.True(found.Length == 0, string.Join("\n", found.Take(5).Select(diagnostic => $"{diagnostic}\n{diagnostic.Location.SourceTree}")));
        using MemoryStream image = new();
        Assert.True(output.Emit(image).Success);
        return Assembly.Load(image.ToArray());
    }
}
