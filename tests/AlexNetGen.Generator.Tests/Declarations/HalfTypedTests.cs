using System.Collections.Immutable;
using System.Diagnostics;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>The networks of the samples as they are while they are typed: every prefix by line through generator and analyzer.</summary>
public sealed class HalfTypedTests
{
    /// <summary>Far beyond what any takes, so that only what hangs is caught.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly string[] Folders = ["Networks", "Zoo"];

    public static TheoryData<string> Files => [.. Folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.cs"))
        .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_prefix_by_line_survives(string file) => AssertSurvives(file);

    [Theory]
    [InlineData("MobileNetV3Small", "MobileNetV3Block")]
    [InlineData("ShuffleNetV2X0_5", "ShuffleUnit", "ShuffleDownUnit")]
    [InlineData("GoogLeNet", "Inception", "BasicConv2d")]
    public void Every_prefix_by_line_survives_beside_its_blocks(string network, params string[] blocks)
    {
        string[] files = [.. blocks.Append(network).Select(name => Path.Combine("Zoo", name + ".cs"))];
        Assert.All(files, file => AssertSurvives(file, [.. files.Where(other => other != file).Select(Read)]));
    }

    private static void AssertSurvives(string file, params string[] beside)
    {
        string[] lines = Read(file).Split('\n');
        string[] failures = [.. Enumerable.Range(0, lines.Length + 1).AsParallel().Select(count => Failure([string.Join('\n', lines.Take(count)), .. beside], count)).OfType<string>()];
        Assert.True(failures.Length == 0, $"{file}: {string.Join("\n", failures)}");
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private static string? Failure(string[] sources, int count)
    {
        Stopwatch watch = Stopwatch.StartNew();
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, sources);
        GeneratorDriver driver = Compiled.NewDriver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        ImmutableArray<Diagnostic> found = output.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return driver.GetRunResult().Results.Single().Exception is { } thrown ? $"{count} lines: the generator throws {thrown}"
            : found.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash ? $"{count} lines: {crash.Message()}"
            : watch.Elapsed > Limit ? $"{count} lines take {watch.Elapsed}"
            : null;
    }
}
