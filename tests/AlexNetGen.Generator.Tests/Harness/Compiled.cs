using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Generator.Tests.Harness;

/// <summary>A source compiled with the generator and the analyzer, as in a user's project.</summary>
internal sealed class Compiled
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.dll" or "System.Linq.dll"
                or "System.Memory.dll" or "System.Console.dll" or "netstandard.dll" or "System.Threading.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Layer).Assembly.Location),
    ];

    private static readonly ConcurrentDictionary<(string Assembly, NullableContextOptions Nullable), CSharpCompilation> Empty = [];

    private Compiled(CSharpCompilation input, CSharpCompilation output, GeneratorDriver driver, ImmutableArray<Diagnostic> found)
    {
        Input = input;
        Output = output;
        Driver = driver;
        Diagnostics =
        [
            .. driver.GetRunResult().Diagnostics,
            .. found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id.StartsWith("ANG", StringComparison.Ordinal)),
        ];
    }

    /// <summary>What the user wrote.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>What the user wrote with what is generated.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorDriver Driver { get; }

    /// <summary>What the compiler says, warnings and errors, and all that the analyzer says.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Generated => Driver.GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.Diagnose);

    public static CSharpCompilation Compile(string assembly, NullableContextOptions nullable, params string[] sources) =>
        Compile(assembly, nullable, ParseOptions, sources);

    public static CSharpCompilation Compile(string assembly, NullableContextOptions nullable, CSharpParseOptions options, params string[] sources)
    {
        // The references of a compilation without sources, once bound, are shared by all that are made of it.
        CSharpCompilation empty = Empty.GetOrAdd((assembly, nullable), key =>
        {
            CSharpCompilation compilation = CSharpCompilation.Create(
                key.Assembly, [], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: key.Nullable, allowUnsafe: true));
            _ = compilation.GetSpecialType(SpecialType.System_Object);
            return compilation;
        });
        SyntaxTree[] trees = [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs"))];
        return empty.AddSyntaxTrees(trees);
    }

    public static GeneratorDriver NewDriver(CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: options ?? ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static Compiled From(params string[] sources) => From(Compile("Tests", NullableContextOptions.Enable, sources));

    public static Compiled From(CSharpCompilation compilation)
    {
        GeneratorDriver driver = NewDriver((CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        ImmutableArray<Diagnostic> found = output.WithAnalyzers([new NetworkAnalyzer()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        return new Compiled(compilation, (CSharpCompilation)output, driver, found);
    }

    /// <summary>The network's class, loaded.</summary>
    public Type Load(string name)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType(name, throwOnError: true)!;
    }
}
