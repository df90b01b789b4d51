using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AlexNetGen.Generator;
using AlexNetGen.Generator.Tests.Incrementality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// What a network of 300 layers costs in the compiler: the generator through its driver, cold and after each edit, and the
/// analyzer, beside what the compiler itself takes for the same text. Medians, once
/// everything is compiled by the JIT.
/// </summary>
internal static class GeneratorCost
{
    private const int Layers = 300;
    private const int WarmUp = 30;
    private const int Rounds = 25;
    private const int Edits = 1000;

    private static readonly string Network = LargeNetwork.Source(Layers);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Cost",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Layer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static int NextNumber;

    public static void Run()
    {
        Console.WriteLine($"{Machine.Describe()}; {Layers} layers, milliseconds of {Rounds} runs: the median, and the processor's mean over all threads");
        Print("the compiler alone, cold: every error of the network's file without its generated part", Measure(() =>
        {
            CSharpCompilation compilation = Fresh();
            return () => compilation.GetDiagnostics();
        }));
        Print("the generator, cold", Measure(() =>
        {
            CSharpCompilation compilation = Fresh();
            GeneratorDriver driver = Driver();
            return () => driver.RunGenerators(compilation);
        }));
        Print("the generator, cold, where the compiler has bound the network's file already", Measure(() =>
        {
            CSharpCompilation compilation = Fresh();
            compilation.GetDiagnostics();
            GeneratorDriver driver = Driver();
            return () => driver.RunGenerators(compilation);
        }));
        Print("the analyzer, where the compiler has bound the network's file already", Measure(Analyzed));
        Console.WriteLine();

        Console.WriteLine($"{"after a keystroke",-46} {"compiler",9} {"processor",9} {"generator",9} {"processor",9}");
        Keystroke("in a method of another file", "int M() => ", "Elsewhere.cs");
        Keystroke("in a method of the network's own file", "int Twice(int x) => 2 * ", "Net.cs");
        Keystroke("in an argument of the last layer", "Linear(1", "Net.cs");
        Memory();
    }

    /// <summary>What the compiler takes for the edited method or layer, and the generator for the edit.</summary>
    private static void Keystroke(string what, string at, string file)
    {
        CSharpCompilation compilation = Fresh();
        GeneratorDriver driver = Driver().RunGenerators(compilation);
        CSharpCompilation Edited()
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
            string text = tree.ToString();
            int start = text.IndexOf(at, StringComparison.Ordinal) + at.Length;
            int end = text.IndexOfAny([';', ')'], start);
            string edited = text[..start] + (NextNumber++ % 9).ToString(CultureInfo.InvariantCulture) + text[end..];
            return compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, Options, file));
        }

        Times own = Measure(() =>
        {
            CSharpCompilation edited = Edited();
            return () => edited.GetSemanticModel(edited.SyntaxTrees.Single(tree => tree.FilePath == file)).GetDiagnostics();
        });
        Times ours = Measure(() =>
        {
            CSharpCompilation edited = Edited();
            return () => driver = driver.RunGenerators(edited);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-46} {own.Median,9:F2} {own.Processor,9:F2} {ours.Median,9:F2} {ours.Processor,9:F2}"));
    }

    private static void Memory()
    {
        CSharpCompilation compilation = Fresh();
        GeneratorDriver driver = Driver().RunGenerators(compilation);
        Console.WriteLine();
        for (int edit = 1; edit <= Edits; edit++)
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Elsewhere.cs");
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText($"class Elsewhere {{ int M() => {edit}; }}", Options, tree.FilePath));
            driver = driver.RunGenerators(compilation);
            if (edit % (Edits / 5) == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"managed memory after {edit,4} edits in another file: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1} MB"));
            }
        }

        GC.KeepAlive(driver);
    }

    /// <summary>The analyzer over what the compiler has bound already.</summary>
    private static Action Analyzed()
    {
        CSharpCompilation compilation = Fresh();
        compilation.GetDiagnostics();
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new NetworkAnalyzer()];
        return () => compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static CSharpParseOptions Options => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>A compilation that has bound nothing yet, of a text that no other has.</summary>
    private static CSharpCompilation Fresh() => Empty.AddSyntaxTrees(
        CSharpSyntaxTree.ParseText(Network + $"// {NextNumber++}", Options, "Net.cs"), CSharpSyntaxTree.ParseText("class Elsewhere { int M() => 0; }", Options, "Elsewhere.cs"));

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Options);

    private static void Print(string what, Times times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Median,8:F2} {times.Processor,8:F2}  {what}"));

    /// <summary>The milliseconds of what is prepared anew for each run.</summary>
    private static Times Measure(Func<Action> prepare)
    {
        List<double> times = [];
        TimeSpan processor = default;
        for (int run = 0; run < WarmUp + Rounds; run++)
        {
            Action action = prepare();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            action();
            if (run >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                processor += Environment.CpuUsage.TotalTime - before;
            }
        }

        times.Sort();
        return new Times(times[times.Count / 2], processor.TotalMilliseconds / Rounds);
    }

    private readonly record struct Times(double Median, double Processor);
}
