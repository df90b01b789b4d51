using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Blocks;

/// <summary>Where and how something wrong with a block is said.</summary>
public sealed class ReportTests
{
    private const string Head = "using AlexNetGen; namespace Tests;\n";

    [Fact]
    public void A_window_that_does_not_fit_is_reported_at_the_argument_of_the_use_with_the_line_of_the_block()
    {
        Compiled compiled = Compiled.From(BlockSources.Residual.Replace("Kernel = 1, Stride", "Kernel = 2, Stride", StringComparison.Ordinal)
            + BlockSources.Network("4, 10, 10", "[Residual(Width = 4, Stride = 3)] public static partial Layer A { get; }"));
        Diagnostic error = Assert.Single(compiled.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("ANG1001", error.Id);
        Assert.Equal("Stride = 3", Declared.TextAt(error));

        // The window after the third would begin at row 9, the last of 10.
        Assert.StartsWith("A.Shortcut: (10 + 2*0 - 2) / 3 + 1 = 3 2/3", error.Message(), StringComparison.Ordinal);
        Assert.EndsWith("[Source0.cs, line 16: Conv2d(Width, Kernel = 2, Stride = Stride, Weights = \"shortcut\")]", error.Message(), StringComparison.Ordinal);
        Assert.Equal("Conv2d(Width, Kernel = 2, Stride = Stride, Weights = \"shortcut\")", TextAt(error.AdditionalLocations[0]));
        Assert.DoesNotContain(error.Properties, property => property.Key.StartsWith("Title", StringComparison.Ordinal));
    }

    [Fact]
    public void A_merge_that_does_not_fit_is_reported_at_the_use() => Assert.StartsWith(
        "A.Conv2: what A merges differs from here on: Add needs inputs of one shape",
        Assert.Single(Compiled.From(BlockSources.Residual + BlockSources.Network("4, 9, 9", "[Residual(Width = 5)] public static partial Layer A { get; }")).Errors).Message(),
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_layer_is_reported_at_the_block_and_not_at_its_uses() => Assert.Equal(
        "B reads 'C', and Part has no such layer. It can read A or Block.Input.",
        Only.Error("ANG2004", "\"C\"", Compiled.From(
            Head + "[Block] static partial class Part { [ReLU] public static partial Layer A { get; } [Add(\"C\", nameof(A))] public static partial Layer B { get; } }"
            + BlockSources.Network("8", "[Part] public static partial Layer A { get; } [Part] public static partial Layer B { get; }"))));

    [Fact]
    public void A_later_layer_is_reported_at_the_block() => Assert.Contains(
        "A reads B, which stands below it",
        Only.Error("ANG2005", "nameof(B)", Compiled.From(
            Head + "[Block] static partial class Part { [Add(nameof(B), Block.Input)] public static partial Layer A { get; } [ReLU] public static partial Layer B { get; } }")),
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_layer_that_a_use_reads_is_reported_once() => Assert.Equal(
        "B reads 'Nowhere', and Net has no such layer. It can read A or Network.Input.",
        Only.Error("ANG2004", "\"Nowhere\"", Compiled.From(BlockSources.Residual
            + BlockSources.Network("4, 8, 8", "[Residual] public static partial Layer A { get; } [From(\"Nowhere\"), Residual(Projects = true)] public static partial Layer B { get; }"))));

    [Fact]
    public void A_block_with_an_input_shape_is_checked_by_itself() => Assert.Contains(
        "Conv: a kernel of 5 does not fit into 4 rows",
        Only.Error("ANG1003", "Kernel = Size", Compiled.From(
            Head + "[Block(3, 4, 4)] static partial class Part { private const int Size = 5; [Conv2d(8, Kernel = Size)] public static partial Layer Conv { get; } }")),
        StringComparison.Ordinal);

    [Fact]
    public void A_block_with_an_input_shape_is_described_by_itself()
    {
        Type block = Compiled.From(BlockSources.Residual.Replace("[Block]", "[Block(4, 6, 6)]", StringComparison.Ordinal)).Load("Tests.Residual");
        NetworkDescription description = (NetworkDescription)block.GetProperty("Description")!.GetValue(null)!;
        Assert.Equal(["Conv1: 8x6x6", "Conv2: 4x6x6", "Sum: 4x6x6"], description.Layers.Select(layer => layer.ToString()));

        // 8 * 4 * 9 + 8 and 4 * 8 * 9 + 4; the shortcut is left out.
        Assert.Equal(588, description.ParameterCount);
    }

    [Fact]
    public void A_parameter_of_a_taken_name() => Assert.Equal(
        "Part: every block has a parameter Weights already. Give the constant another name.",
        Only.Error("ANG2010", "Weights", Compiled.From(Head + "[Block] static partial class Part { private const int Weights = 1; [Conv2d(Weights)] public static partial Layer A { get; } }")));

    [Theory]
    [InlineData("[Block] static class Part { [ReLU] public static Layer A => null!; }", "ANG2001", "the class is not partial")]
    [InlineData("[Block] static partial class Part<T> { [ReLU] public static partial Layer A { get; } }", "ANG2001", "the class is generic")]
    [InlineData("[Block] static partial class Part { [ReLU] public static Layer A => null!; }", "ANG2002", "A is not a layer: it is not partial")]
    [InlineData("[Block] static partial class Part { }", "ANG2003", "Part has no layer")]
    public void A_type_that_cannot_be_a_block(string block, string id, string text) => Assert.Contains(
        Compiled.From(Head + block).Diagnostics, diagnostic => diagnostic.Id == id && diagnostic.Message().Contains(text, StringComparison.Ordinal));

    [Fact]
    public void A_property_that_uses_a_block_must_be_partial_too() => Assert.Contains(
        "A is not a layer: it is not partial",
        Assert.Single(Compiled.From(BlockSources.Residual + BlockSources.Network("4, 8, 8", "[Residual] public static Layer A => null!;")).Errors, error => error.Id == "ANG2002").Message(),
        StringComparison.Ordinal);

    [Fact]
    public void A_name_that_a_layer_in_a_block_takes() => Assert.Contains(
        "A_Conv1",
        Only.Error("ANG2010", "A_Conv1", Compiled.From(BlockSources.Residual
            + BlockSources.Network("4, 8, 8", "[Residual] public static partial Layer A { get; } [ReLU] public static partial Layer A_Conv1 { get; }"))),
        StringComparison.Ordinal);

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
