using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG3003: the last feature map sees more than the input.</summary>
public sealed class FieldOfViewTests
{
    // 1 + 4 = 5 rows of 8; the pool sees 1 more, steps of 2; 6 + 2 * 4 = 14.
    [Fact]
    public void Larger_than_the_input()
    {
        Diagnostic note = Assert.Single(Declared.Compile(
            "3, 8, 8", "A: Conv2d(4, Kernel = 5, Padding = 2), ReLU", "B: MaxPool2d(Kernel = 2)", "C: Conv2d(4, Kernel = 5, Padding = 2)", "D: Flatten, Linear(2)").Diagnostics);
        Assert.Equal(("ANG3003", DiagnosticSeverity.Info, "C"), (note.Id, note.Severity, Declared.TextAt(note)));
        Assert.Equal(
            "C: one value of the last feature map sees 14x14, which is more than the 8x8 of the input, so every value sees past the edge. A larger input, or fewer strides and layers, would use what it can see.",
            note.Message());
    }

    // A kernel of 3 padded by 2 sees 1 row of the image at the edge, and 2 of padding.
    [Fact]
    public void More_padding_than_input()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3, Padding = 2)").Diagnostics);
        Assert.Equal("A: one value of the last feature map sees 3x3, and at the edge 2 rows of that lie past it, more than half. Pad less, or make the kernels larger.", note.Message());
    }

    // The same by an operation of its own, below only: the last window sees rows 8 and 9 of 8, counted from 0.
    [Fact]
    public void Padding_by_an_operation() => Assert.Contains(
        "2 rows of that lie past it", Assert.Single(Declared.Compile("3, 8, 8", "A: ZeroPad2d(PaddingBottom = 2), Conv2d(4, Kernel = 3)").Diagnostics).Message(), StringComparison.Ordinal);

    [Theory]
    [InlineData("A: Conv2d(4, Kernel = 3, Padding = 1)", "B: Conv2d(4, Kernel = 3, Padding = 1)")]
    [InlineData("A: Conv2d(4, Kernel = 8)", "B: Conv2d(4, Kernel = 1)")]
    [InlineData("A: Conv2d(4, Kernel = 3, Padding = 1)", "B: GlobalAvgPool")]
    [InlineData("A: Flatten, Linear(2)", "B: ReLU")]
    public void Ordinary_networks_are_not_noted(params string[] layers) => Assert.Empty(Declared.Compile("3, 8, 8", layers).Diagnostics);

    // (8 + 4 - 3) / 4 + 1 = 3.25, floor 3: the last of 3 windows ends at row 8 - 2 + 2 = 8 of 8; before the first lie 2 rows.
    [Fact]
    public void What_is_dropped_is_not_seen() => Assert.Equal(
        ["ANG1002", "ANG3003"],
        Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3, Stride = 4, Padding = 2)").Diagnostics.Select(diagnostic => diagnostic.Id).Order());
}
