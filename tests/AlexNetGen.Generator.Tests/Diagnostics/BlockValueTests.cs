using AlexNetGen.Generator.Tests.Blocks;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2012: a value of a block cannot be computed.</summary>
public sealed class BlockValueTests
{
    private const string Head = "using AlexNetGen; namespace Tests;\n";

    [Fact]
    public void Division_by_zero_is_reported_at_the_argument_that_causes_it()
    {
        string block = Head + "[Block] static partial class Part { private const int Width = 4, Parts = 2;\n[Conv2d(Width / Parts, Kernel = 3)] public static partial Layer Conv { get; } }";
        string message = Only.Error("ANG2012", "Parts = 0", Compiled.From(block + BlockSources.Network("4, 8, 8", "[Part(Parts = 0), ReLU] public static partial Layer A { get; }")));
        Assert.Equal("A: Conv2d's OutputChannels cannot be computed with Width = 4, Parts = 0: Attempted to divide by zero. Set other values, or mend the block. [Source0.cs, line 3: Conv2d(Width / Parts, Kernel = 3)]", message);
    }

    [Fact]
    public void Overflow_in_a_default() => Assert.Contains(
        "cannot be computed with Wide = ?",
        Only.Error("ANG2012", "Width = 2_000_000_000", Compiled.From(
            Head + "[Block] static partial class Part { private const int Width = 4, Wide = 4 * Width; [Linear(Wide)] public static partial Layer Fc { get; } }"
            + BlockSources.Network("8", "[Part(Width = 2_000_000_000)] public static partial Layer A { get; }"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_parameter_of_another_type() => Assert.Equal(
        "Part: a parameter cannot be a decimal. Take bool, int, long, float, double, string or an enum.",
        Only.Error("ANG2012", "Price", Compiled.From(Head + "[Block] static partial class Part { private const decimal Price = 4; [Conv2d(3)] public static partial Layer Fc { get; } }"
            + BlockSources.Network("8, 4, 4", "[Part] public static partial Layer A { get; }"))));

    [Fact]
    public void An_expression_that_cannot_be_computed_anew() => Assert.Equal(
        "Part: '(byte)Size' cannot be computed for each use of the block. Write it with its constants, + - * / %, comparisons, && || !, ?:, casts and $\"...\" alone.",
        Only.Error("ANG2012", "(byte)Size", Compiled.From(Head + "[Block] static partial class Part { private const int Size = 3; [Conv2d(4, Kernel = (byte)Size)] public static partial Layer A { get; } }")));
}
