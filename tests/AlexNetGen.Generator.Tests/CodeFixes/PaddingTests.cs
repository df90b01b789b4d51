using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1001: padding set, replaced and taken away.</summary>
public sealed class PaddingTests : FixTest
{
    [Theory]
    [InlineData("Conv2d(96, Kernel = 11, Padding = 1, Stride = 4)", "Pad by 2", "Conv2d(96, Kernel = 11, Padding = 2, Stride = 4)")]
    [InlineData("Conv2d(96, Kernel = 11, Padding = 1, Stride = 4)", "Pad 0 before", "Conv2d(96, Kernel = 11, PaddingBottom = 3, PaddingRight = 3, Stride = 4)")]
    [InlineData("Conv2d(96, Kernel = 11, Stride = 4, Padding = 1)", "Pad 0 before", "Conv2d(96, Kernel = 11, Stride = 4, PaddingBottom = 3, PaddingRight = 3)")]
    [InlineData("Conv2d(96, PaddingTop = 1, Kernel = 11, PaddingLeft = 1, Stride = 4)", "Pad by 2", "Conv2d(96, Padding = 2, Kernel = 11, Stride = 4)")]
    [InlineData("Conv2d(96, PaddingBottom = 1, Kernel = 11, PaddingRight = 1, Stride = 4)", "Pad 0 before", "Conv2d(96, PaddingBottom = 3, Kernel = 11, PaddingRight = 3, Stride = 4)")]
    [InlineData("Conv2d(96, PaddingBottom=1,Kernel=11, PaddingRight=1,Stride=4)", "Pad by 2", "Conv2d(96, Padding = 2,Kernel=11,Stride=4)")]
    [InlineData("Conv2d(96, Kernel = 11, Stride = 4, Rounding = Rounding.Exact)", "Round down", "Conv2d(96, Kernel = 11, Stride = 4, Rounding = Rounding.Floor)")]
    public async Task On_the_operation(string before, string title, string after) =>
        Assert.Equal(Layer(after), await Fix(Layer(before), "ANG1001", title));

    // 6 - 3 = 3 rows and 9 - 3 = 6 columns of a stride of 4: 1 row and 2 columns more fit.
    [Fact]
    public async Task Axes_that_differ()
    {
        string source = Declared.Network("1, 6, 9", "Conv1: Conv2d(1, Kernel = 3, Stride = 4)");

        Assert.Equal(
            Declared.Network("1, 6, 9", "Conv1: Conv2d(1, Kernel = 3, Stride = 4, PaddingBottom = 1, PaddingRight = 2)"),
            await Fix(source, "ANG1001", "Pad 1 below and 2 on the right"));
        Assert.Equal(Declared.Network("1, 3, 7", "Conv1: Conv2d(1, Kernel = 3, Stride = 4)"), await Fix(source, "ANG1001", "Make the network's input 3x7"));
        Assert.Equal(Declared.Network("1, 7, 11", "Conv1: Conv2d(1, Kernel = 3, Stride = 4)"), await Fix(source, "ANG1001", "Make the network's input 7x11"));
    }

    // (9 - 3) / 4 + 1 = 2.5; 2 positions more, 1 at each end or both at the end, make it 3.
    [Theory]
    [InlineData("Pad by 1", "Conv1d(1, Kernel = 3, Stride = 4, Padding = 1)")]
    [InlineData("Pad 0 before and 2 after", "Conv1d(1, Kernel = 3, Stride = 4, PaddingRight = 2)")]
    [InlineData("Round down", "Conv1d(1, Kernel = 3, Stride = 4, Rounding = Rounding.Floor)")]
    public async Task Of_a_sequence(string title, string after) => Assert.Equal(
        Declared.Network("1, 9", $"Conv1: {after}"),
        await Fix(Declared.Network("1, 9", "Conv1: Conv1d(1, Kernel = 3, Stride = 4)"), "ANG1001", title));

    [Fact]
    public async Task Only_the_axis_that_fails_is_changed()
    {
        string source = Declared.Network("1, 7, 9", "Conv1: Conv2d(1, Kernel = 3, Stride = 4)");

        Assert.Equal(Declared.Network("1, 7, 11", "Conv1: Conv2d(1, Kernel = 3, Stride = 4)"), await Fix(source, "ANG1001", "Make the network's input 7x11"));
        Assert.Equal(Declared.Network("1, 7, 9", "Conv1: Conv2d(1, Kernel = 3, Stride = 4, PaddingWidth = 1)"), await Fix(source, "ANG1001", "Pad by 0 above and below, 1 left"));
    }

    [Fact]
    public async Task A_name_that_means_something_else_is_qualified()
    {
        string source = Layer("AlexNetGen.Conv2d(96, Kernel = 11, Stride = 4)")
            .Replace("using AlexNetGen;", "using System;", StringComparison.Ordinal)
            .Replace("partial Layer ", "partial AlexNetGen.Layer ", StringComparison.Ordinal)
            .Replace("[Network(", "[AlexNetGen.Network(", StringComparison.Ordinal);

        Assert.Contains("Stride = 4, Rounding = AlexNetGen.Rounding.Ceil)]", await Fix(source, "ANG1001", "Round up"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_of_the_enums_name()
    {
        string source = Declared.Network("3, 224, 224", "Rounding: Conv2d(96, Kernel = 11, Stride = 4)");

        Assert.Contains("Stride = 4, Rounding = AlexNetGen.Rounding.Ceil)]", await Fix(source, "ANG1001", "Round up"), StringComparison.Ordinal);
    }
}
