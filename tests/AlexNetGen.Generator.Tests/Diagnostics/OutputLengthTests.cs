using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1001: the output length is not a whole number and rows or columns would never be read.</summary>
public sealed class OutputLengthTests
{
    [Fact]
    public void The_paper_as_printed()
    {
        Compiled compiled = Declared.Compile("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4), ReLU");

        Diagnostic error = Assert.Single(compiled.Diagnostics);
        Assert.Equal("ANG1001", error.Id);
        Assert.Equal("Stride = 4", Declared.TextAt(error));
        Assert.Equal(
            "Conv1: (224 + 2*0 - 11) / 4 + 1 = 54.25, which is no number of rows and columns: rounded down to 54, "
            + "1 row and 1 column of the 3x224x224 input would never be read. "
            + "Ways out: input 223 (54) or 227 (55); "
            + "padding 2 (55.25, floor 55, only padding dropped); "
            + "padding 0 before and 3 after (55 exactly, the same numbers as Ceil) or 1 and 2 (the same shape, other numbers); "
            + "Rounding = Ceil (55, hanging 3 past the edge, as the paper's own code did); "
            + "Rounding = Floor (54, leaving 1 row and 1 column unread).",
            error.Message());
    }

    // (9 - 3) / 4 + 1 = 2.5: the third window would begin at position 8, the last. 1 + 9 + 1 = 11 = 2 * 4 + 3.
    [Fact]
    public void Positions_of_a_sequence() => Assert.Equal(
        "A: (9 + 2*0 - 3) / 4 + 1 = 2.5, which is no number of positions: rounded down to 2, 1 position of the 1x9 input would never be read. "
        + "Ways out: padding 1 (3 exactly); "
        + "padding 2 (3.5, floor 3, only padding dropped); "
        + "padding 0 before and 2 after (3 exactly, the same numbers as Ceil); "
        + "Rounding = Ceil (3, hanging 2 past the edge, as cuda-convnet does); "
        + "Rounding = Floor (2, leaving 1 position unread).",
        Only.Error("ANG1001", "Stride = 4", Declared.Compile("1, 9", "A: Conv1d(4, Kernel = 3, Stride = 4), ReLU", "B: MaxPool1d(Kernel = 1)")));

    // (6 - 3) / 4 + 1 = 1.75 and (9 - 3) / 4 + 1 = 2.5; exact rows are 3 and 7, exact columns 7 and 11.
    [Fact]
    public void Axes_that_differ_are_mended_each_for_itself()
    {
        Diagnostic error = Assert.Single(Declared.Compile("1, 6, 9", "Conv1: Conv2d(1, Kernel = 3, Stride = 4)").Diagnostics);

        Assert.Contains("height (6 + 2*0 - 3) / 4 + 1 = 1.75, width (9 + 2*0 - 3) / 4 + 1 = 2.5", error.Message(), StringComparison.Ordinal);
        Assert.Contains("2 rows and 1 column of the 1x6x9 input", error.Message(), StringComparison.Ordinal);
        Assert.Contains("input 3x7 (1x2) or 7x11 (2x3);", error.Message(), StringComparison.Ordinal);
    }
}
