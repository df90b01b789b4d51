using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1006: merged layers differ in shape.</summary>
public sealed class MergedShapesTests
{
    // 28 rows padded by 1, kernel 3: 28; unpadded: 26.
    [Fact]
    public void A_sum_of_28_and_26()
    {
        string message = Only.Error("ANG1006", "Conv2d(8, Kernel = 3)", Declared.Compile(
            "8, 28, 28", "A: Conv2d(8, Kernel = 3, Padding = 1)", "B: From(Network.Input), Conv2d(8, Kernel = 3)", "S: Add(nameof(A), nameof(B)), ReLU", "C: Conv2d(8, Kernel = 99)"));
        Assert.Equal(
            "B: what S merges differs from here on: Add needs inputs of one shape, but its inputs are A (8x28x28), B (8x26x26). They part after the network's input (8x28x28): "
            + "B makes 8x26x26 by (28 + 2*0 - 3) / 1 + 1 = 26. Ways out: Pad B by 1 (8x28x28); then C fails.",
            message);
    }

    // (56 + 2*1 - 3) / 2 + 1 = 28.5, floor 28; (56 - 3) / 2 + 1 = 27.5, told to round down to 27.
    [Fact]
    public void Where_the_branches_part_and_both_of_them()
    {
        Compiled compiled = Declared.Compile(
            "8, 56, 56",
            "Stem: Conv2d(8, Kernel = 3, Padding = 1)",
            "Left: Conv2d(8, Kernel = 3, Stride = 2, Padding = 1)",
            "Wide: Conv2d(8, Kernel = 1)",
            "Right: From(nameof(Stem)), MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Floor)",
            "Sum: Add(nameof(Wide), nameof(Right))");
        Microsoft.CodeAnalysis.Diagnostic error = Assert.Single(compiled.Errors);
        Assert.Equal(
            "Right: what Sum merges differs from here on: Add needs inputs of one shape, but its inputs are Wide (8x28x28), Right (8x27x27). They part after Stem (8x56x56): "
            + "Left makes 8x28x28 by (56 + 2*1 - 3) / 2 + 1 = 28.5 -> 28; Right makes 8x27x27 by (56 + 2*0 - 3) / 2 + 1 = 27.5 -> 27. "
            + "Ways out: Round up on Right with Rounding = Ceil (8x28x28); Pad Right by 1 (8x28x28).",
            error.Message());
        Assert.StartsWith("MaxPool2d(Kernel = 3", Declared.TextAt(error), StringComparison.Ordinal);
        Assert.Equal(["nameof(Right)", "Left", "Wide", "Right"], error.AdditionalLocations.Select(location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
    }

    [Fact]
    public void The_result_so_far_and_another()
    {
        string message = Only.Error("ANG1006", "Network.Input", Declared.Compile("8, 28, 28", "A: Conv2d(4, Kernel = 1), Add(Network.Input)"));
        Assert.Equal("A: Add needs inputs of one shape, but its inputs are Conv2d on A (4x28x28), the network's input (8x28x28). Ways out: Give A 8 channels (8x28x28).", message);
    }

    [Fact]
    public void Joined_maps_of_two_sizes()
    {
        string message = Only.Error("ANG1006", "MaxPool2d(Kernel = 3)", Declared.Compile("3, 9, 9", "A: ReLU", "B: MaxPool2d(Kernel = 3)", "C: Concat(nameof(A), nameof(B))"));
        Assert.Equal("B: what C merges differs from here on: Concat joins channels, so all else must be the same, but its inputs are A (3x9x9), B (3x3x3). They part after A (3x9x9): B makes 3x3x3 by (9 + 2*0 - 3) / 3 + 1 = 3.", message);
    }

    // (9 - 3) / 3 + 1 = 3 rows and columns; rows join where columns are equal.
    [Fact]
    public void Joined_rows_of_two_widths()
    {
        string message = Only.Error("ANG1006", "MaxPool2d(Kernel = 3)", Declared.Compile("3, 9, 9", "A: ReLU", "B: MaxPool2d(Kernel = 3)", "C: Concat(nameof(A), nameof(B), Axis = ConcatAxis.Height)"));
        Assert.Equal("B: what C merges differs from here on: Concat joins rows, so all else must be the same, but its inputs are A (3x9x9), B (3x3x3). They part after A (3x9x9): B makes 3x3x3 by (9 + 2*0 - 3) / 3 + 1 = 3.", message);
    }

    [Fact]
    public void Joined_columns_of_other_channels()
    {
        string message = Only.Error("ANG1006", "Conv2d(4, Kernel = 1)", Declared.Compile("3, 9, 9", "A: ReLU", "B: Conv2d(4, Kernel = 1)", "C: Concat(nameof(A), nameof(B), Axis = ConcatAxis.Width)"));
        Assert.Equal("B: what C merges differs from here on: Concat joins columns, so all else must be the same, but its inputs are A (3x9x9), B (4x9x9). Ways out: Give B 3 channels (3x9x9).", message);
    }

    [Fact]
    public void A_factor_of_other_channels()
    {
        Compiled compiled = Declared.Compile("8, 6, 6", "A: AdaptiveAvgPool2d(1), Conv2d(4, Kernel = 1)", "B: Multiply(nameof(A), Network.Input)");
        Assert.Contains("A (4x1x1), the network's input (8x6x6)", Only.Error("ANG1006", "nameof(A)", compiled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Add(nameof(A), Network.Input)", "8, 6, 6")]
    [InlineData("Multiply(nameof(A), Network.Input)", "8, 6, 6")]
    [InlineData("Concat(nameof(A), Network.Input)", "16, 6, 6")]
    [InlineData("Concat(nameof(A), Network.Input, Axis = ConcatAxis.Channels)", "16, 6, 6")]
    [InlineData("Concat(nameof(A), Network.Input, Axis = ConcatAxis.Height)", "8, 12, 6")]
    [InlineData("Concat(nameof(A), Network.Input, Axis = ConcatAxis.Width)", "8, 6, 12")]
    public void Inputs_that_go_together_are_accepted(string operation, string shape) =>
        Assert.Empty(Declared.Compile("8, 6, 6", "A: ReLU", $"B: {operation}, Shape({shape})").Diagnostics);

    [Fact]
    public void One_value_a_channel_counts_for_every_point() =>
        Assert.Empty(Declared.Compile("8, 6, 6", "A: AdaptiveAvgPool2d(1)", "B: Multiply(nameof(A), Network.Input), Shape(8, 6, 6)").Diagnostics);

    [Fact]
    public void A_merge_of_one_is_incomplete() =>
        Assert.Contains("needs two inputs or more", Only.Error("ANG2003", "Add(nameof(A))", Declared.Compile("8, 6, 6", "A: ReLU", "B: Add(nameof(A))")), StringComparison.Ordinal);
}
