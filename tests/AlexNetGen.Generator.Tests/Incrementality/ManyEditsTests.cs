using System.Globalization;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Incrementality;

/// <summary>Alone in the process, for what other tests keep would be counted too.</summary>
[CollectionDefinition(nameof(ManyEditsTests), DisableParallelization = true)]
public sealed class ManyEditsAlone;

/// <summary>A day of typing: a thousand edits leave nothing recomputed that did not change, and no memory behind.</summary>
[Collection(nameof(ManyEditsTests))]
public sealed class ManyEditsTests
{
    private const int Edits = 1000;
    private const int Settled = 200;
    private const int Layers = 30;

    // A declaration and a text kept for each edit would be more than 100 kB, 80 MB for all.
    private const long LargestGrowth = 6_000_000;

    [Fact]
    public void Elsewhere_recompute_nothing_and_keep_nothing()
    {
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, LargeNetwork.Source(Layers), "class Elsewhere { int M() => 0; }");
        GeneratorDriver driver = Compiled.NewDriver().RunGenerators(compilation);
        SyntaxTree edited = compilation.SyntaxTrees[1];
        long settled = 0;
        for (int i = 1; i <= Edits; i++)
        {
            SyntaxTree next = CSharpSyntaxTree.ParseText($"class Elsewhere {{ int M() => {i.ToString(CultureInfo.InvariantCulture)}; }}", Compiled.ParseOptions, edited.FilePath);
            compilation = compilation.ReplaceSyntaxTree(edited, next);
            edited = next;
            driver = driver.RunGenerators(compilation);
            Assert.All(
                driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
                output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
            settled = i == Settled ? GC.GetTotalMemory(forceFullCollection: true) : settled;
        }

        long growth = GC.GetTotalMemory(forceFullCollection: true) - settled;
        Assert.True(growth < LargestGrowth, $"{growth} bytes more after {Edits} edits than after {Settled}.");
        GC.KeepAlive(driver);
    }

    // As an argument is typed back and forth: two networks in turn, and no third is kept.
    [Fact]
    public void Of_a_layer_keep_nothing()
    {
        string source = LargeNetwork.Source(Layers);
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, source);
        GeneratorDriver driver = Compiled.NewDriver().RunGenerators(compilation);
        long settled = 0;
        for (int i = 1; i <= Edits / 5; i++)
        {
            SyntaxTree tree = compilation.SyntaxTrees[0];
            string text = source.Replace("Linear(10)", $"Linear({(10 + (i % 7)).ToString(CultureInfo.InvariantCulture)})", StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Compiled.ParseOptions, tree.FilePath));
            driver = driver.RunGenerators(compilation);
            settled = i == Settled / 5 ? GC.GetTotalMemory(forceFullCollection: true) : settled;
        }

        long growth = GC.GetTotalMemory(forceFullCollection: true) - settled;
        Assert.True(growth < LargestGrowth, $"{growth} bytes more after {Edits / 5} edits than after {Settled / 5}.");
        GC.KeepAlive(driver);
    }
}
