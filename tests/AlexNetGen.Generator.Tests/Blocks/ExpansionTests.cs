using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Blocks;

/// <summary>A network that uses blocks is the network with their layers written out.</summary>
public sealed class ExpansionTests
{
    [Fact]
    public void Parameters_are_set_computed_and_left_as_declared() => Same(
        BlockSources.Residual,
        """
            [Residual(Width = 6, Stride = 2, Weights = "layer1.0")] public static partial Layer A { get; }
            [Residual(Width = 6)] public static partial Layer B { get; }
            [From(nameof(A)), Residual(Width = 6, Inner = 5, Projects = true, Weights = ""), Sigmoid] public static partial Layer C { get; }
        """,
        """
            [Conv2d(12, Kernel = 3, Stride = 2, Padding = 1, Weights = "layer1.0.conv1"), ReLU] public static partial Layer A_Conv1 { get; }
            [Conv2d(6, Kernel = 3, Padding = 1, Weights = "layer1.0.Conv2")] public static partial Layer A_Conv2 { get; }
            [From(Network.Input), Conv2d(6, Kernel = 1, Stride = 2, Weights = "layer1.0.shortcut")] public static partial Layer A_Shortcut { get; }
            [Add(nameof(A_Conv2), nameof(A_Shortcut)), ReLU] public static partial Layer A { get; }
            [Conv2d(12, Kernel = 3, Stride = 1, Padding = 1, Weights = "B.conv1"), ReLU] public static partial Layer B_Conv1 { get; }
            [Conv2d(6, Kernel = 3, Padding = 1, Weights = "B.Conv2")] public static partial Layer B_Conv2 { get; }
            [Add(nameof(B_Conv2), nameof(A)), ReLU] public static partial Layer B { get; }
            [From(nameof(A)), Conv2d(5, Kernel = 3, Stride = 1, Padding = 1, Weights = "conv1"), ReLU] public static partial Layer C_Conv1 { get; }
            [Conv2d(6, Kernel = 3, Padding = 1, Weights = "Conv2")] public static partial Layer C_Conv2 { get; }
            [From(nameof(A)), Conv2d(6, Kernel = 1, Stride = 1, Weights = "shortcut")] public static partial Layer C_Shortcut { get; }
            [Add(nameof(C_Conv2), nameof(C_Shortcut)), ReLU, Sigmoid] public static partial Layer C { get; }
        """);

    [Fact]
    public void Blocks_use_blocks() => Same(
        BlockSources.Residual + """

            [Block]
            public static partial class Pair
            {
                private const int Wide = 3;
                [Residual(Width = Wide, Inner = Wide + 1, Weights = $"{nameof(Wide)}.0")] public static partial Layer First { get; }
                [Residual(Width = 2 * Wide, Projects = Wide > 3 && Wide <= 9), ReLU6] public static partial Layer Second { get; }
                [Concat(nameof(First), nameof(Second), Block.Input)] public static partial Layer All { get; }
            }
            """,
        """
            [Pair(Wide = 9, Weights = "p")] public static partial Layer A { get; }
        """,
        """
            [Conv2d(10, Kernel = 3, Stride = 1, Padding = 1, Weights = "p.Wide.0.conv1"), ReLU] public static partial Layer A_First_Conv1 { get; }
            [Conv2d(9, Kernel = 3, Padding = 1, Weights = "p.Wide.0.Conv2")] public static partial Layer A_First_Conv2 { get; }
            [Add(nameof(A_First_Conv2), Network.Input), ReLU] public static partial Layer A_First { get; }
            [Conv2d(36, Kernel = 3, Stride = 1, Padding = 1, Weights = "p.Second.conv1"), ReLU] public static partial Layer A_Second_Conv1 { get; }
            [Conv2d(18, Kernel = 3, Padding = 1, Weights = "p.Second.Conv2")] public static partial Layer A_Second_Conv2 { get; }
            [From(nameof(A_First)), Conv2d(18, Kernel = 1, Stride = 1, Weights = "p.Second.shortcut")] public static partial Layer A_Second_Shortcut { get; }
            [Add(nameof(A_Second_Conv2), nameof(A_Second_Shortcut)), ReLU, ReLU6] public static partial Layer A_Second { get; }
            [Concat(nameof(A_First), nameof(A_Second), Network.Input)] public static partial Layer A { get; }
        """,
        input: "9, 8, 8");

    [Fact]
    public void A_last_layer_that_is_left_out_passes_on_what_it_would_have_read() => Same(
        """
        using AlexNetGen;
        namespace Tests;
        [Block]
        public static partial class Gate
        {
            private const bool Adds = true, Squashes = false;
            [Tanh] public static partial Layer Squashed { get; }
            [When(!Squashes), From(Block.Input), ReLU] public static partial Layer Cut { get; }
            [When(Adds), Add(nameof(Squashed), nameof(Cut))] public static partial Layer Sum { get; }
        }
        """,
        """
            [Gate(Adds = false)] public static partial Layer A { get; }
            [Gate(Squashes = true)] public static partial Layer B { get; }
            [Gate(Adds = false, Squashes = true)] public static partial Layer C { get; }
        """,
        """
            [Tanh] public static partial Layer A_Squashed { get; }
            [From(Network.Input), ReLU] public static partial Layer A_Cut { get; }
            [From(nameof(A_Squashed)), Identity] public static partial Layer A { get; }
            [Tanh] public static partial Layer B_Squashed { get; }
            [Add(nameof(B_Squashed), nameof(A))] public static partial Layer B { get; }
            [Tanh] public static partial Layer C { get; }
        """);

    [Fact]
    public void Names_shapes_and_counts_may_be_computed() => Same(
        """
        using AlexNetGen;
        namespace Tests;
        [Block(2, 4, 4)]
        public static partial class Chosen
        {
            private const bool Residual = false;
            private const string Prefix = "x";
            private const float Slope = 0.5f;
            private const int Width = 3;
            private const Rounding Round = Rounding.Floor;
            [Conv2d(Width, Kernel = 3, Stride = 2, Rounding = Round, Weights = Prefix + ".0"), Parameters(Width * 19L), Shape(Width, 1, 1)] public static partial Layer Conv { get; }
            [From(Residual ? nameof(Conv) : Block.Input), LeakyReLU(Slope / 2)] public static partial Layer Cut { get; }
        }
        """,
        """
            [Chosen(Residual = true, Width = 5, Prefix = "y", Slope = 1, Round = AlexNetGen.Rounding.Ceil)] public static partial Layer A { get; }
        """,
        """
            [Conv2d(5, Kernel = 3, Stride = 2, Rounding = Rounding.Ceil, Weights = "A.y.0"), Parameters(95), Shape(5, 1, 1)] public static partial Layer A_Conv { get; }
            [LeakyReLU(0.5f)] public static partial Layer A { get; }
        """,
        input: "2, 3, 3");

    [Fact]
    public void Assertions_on_a_use_are_of_the_whole_block()
    {
        // 4 * 8 * 9 + 8 and 8 * 4 * 9 + 4 learned values.
        Assert.Empty(Compile(BlockSources.Residual, "    [Residual, Shape(4, 8, 8), Parameters(588)] public static partial Layer A { get; }", "4, 8, 8").Diagnostics);
        Assert.Contains(
            "asserts 589 learned values, 1 more than the declaration's 588",
            Only.Error("ANG1008", "Parameters(589)", Compile(BlockSources.Residual, "    [Residual, Parameters(589)] public static partial Layer A { get; }", "4, 8, 8")),
            StringComparison.Ordinal);
    }

    private static Compiled Compile(string blocks, string layers, string input) => Compiled.From(blocks + BlockSources.Network(input, layers));

    private static void Same(string blocks, string used, string written, string input = "4, 8, 8")
    {
        Compiled compiled = Compile(blocks, used, input);
        Assert.Empty(compiled.Errors.Select(error => error.ToString()));
        string flat = "using AlexNetGen;\nnamespace Tests;\n" + BlockSources.Network(input, written);
        Assert.Equal(Text(Check(flat)), Text(Check(blocks + BlockSources.Network(input, used))));
    }

    private static CheckedNetwork Check(string source)
    {
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, source);
        CheckedNetwork network = NetworkChecker.Check(DeclarationReader.Read(compilation.GetTypeByMetadataName("Tests.Net")!, compilation, CancellationToken.None).Declaration);
        Assert.True(network.IsValid, string.Join("\n", network.Problems.Select(problem => problem.Message)));
        return network;
    }

    /// <summary>All that is known of a network, a layer a line, with the names of the written layers.</summary>
    private static string Text(CheckedNetwork network) => string.Join("\n", network.Layers.Select(layer =>
        $"{layer.Name} ({string.Join(", ", layer.Inputs)}): {string.Join("; ", layer.Operations.Select(Text))} -> {layer.Output} sees {layer.ReceptiveField}").Select(LayerDeclaration.IdentifierOf));

    private static string Text(CheckedOperation operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{operation.Name}({operation.Arguments}) {operation.Formula} {operation.MultiplyAdds} {string.Join(" ", operation.Tensors.Select(tensor => $"{tensor.Name}[{string.Join(",", tensor.Shape)}]"))}");
}
