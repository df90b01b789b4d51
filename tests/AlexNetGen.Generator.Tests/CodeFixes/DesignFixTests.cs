using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1010, ANG3001 and ANG3002: fixes of what is no error.</summary>
public sealed class DesignFixTests : FixTest
{
    [Theory]
    [InlineData("Write Rounding = Ceil", "Rounding.Ceil")]
    [InlineData("Write Rounding = Floor", "Rounding.Floor")]
    public async Task The_rounding_is_written(string title, string rounding)
    {
        string source = Declared.Network("3, 54, 54, Dialect = Dialect.Caffe", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)");

        Assert.Equal(source.Replace("Stride = 2)", $"Stride = 2, Rounding = {rounding})", StringComparison.Ordinal), await Fix(source, "ANG1010", title));
    }

    // Rounded down, [Shape] would fail.
    [Fact]
    public async Task What_would_break_an_assertion_is_not_offered() => Assert.Equal(
        ["Write Rounding = Ceil"],
        (await Fixed.Open(Declared.Network("3, 54, 54, Dialect = Dialect.Caffe", "Pool1: MaxPool2d(Kernel = 3, Stride = 2), Shape(3, 27, 27)")).Offers("ANG1010")).Select(offer => offer.Title));

    [Theory]
    [InlineData("Conv2d(16, Kernel = 3), BatchNorm2d(Weights = \"bn\")", "Conv2d(16, Kernel = 3, Bias = false), BatchNorm2d(Weights = \"bn\")")]
    [InlineData("Conv2d(16, Bias = true, Kernel = 3), BatchNorm2d(Weights = \"bn\")", "Conv2d(16, Bias = false, Kernel = 3), BatchNorm2d(Weights = \"bn\")")]
    public async Task The_bias_goes(string before, string after) =>
        Assert.Equal(Declared.Network("3, 8, 8", $"A: {after}"), await Fix(Declared.Network("3, 8, 8", $"A: {before}"), "ANG3001", "Write Bias = false: 16 parameters fewer"));

    [Fact]
    public async Task A_bias_that_is_counted_stays() => Assert.Empty(
        await Fixed.Open(Declared.Network("3, 8, 8", "A: Conv2d(16, Kernel = 3), BatchNorm2d(Weights = \"bn\"), Parameters(480)")).Offers("ANG3001"));

    [Fact]
    public async Task Every_bias_goes()
    {
        string source = Declared.Network("3, 8, 8", "A: Conv2d(16, Kernel = 3), BatchNorm2d(Weights = \"a\"), ReLU", "B: Conv2d(8, Kernel = 3)", "C: BatchNorm2d");
        Fixed opened = Fixed.Open(source);
        Fixed.Offer offer = (await opened.Offers((await opened.Analyze())[0])).Single();

        Assert.Equal([source.Replace("Kernel = 3)", "Kernel = 3, Bias = false)", StringComparison.Ordinal)], await opened.ApplyAll(offer, FixAllScope.Document));
    }

    [Theory]
    [InlineData("Conv2d(4, Kernel = 3), ReLU, ReLU", "Conv2d(4, Kernel = 3), ReLU")]
    [InlineData("Conv2d(4, Kernel = 3), ReLU] [ReLU", "Conv2d(4, Kernel = 3), ReLU")]
    [InlineData("Conv2d(4, Kernel = 3), ReLU] [ReLU, LocalResponseNorm(5)", "Conv2d(4, Kernel = 3), ReLU] [LocalResponseNorm(5)")]
    public async Task The_second_activation_goes(string before, string after) =>
        Assert.Equal(Declared.Network("3, 8, 8", $"A: {after}"), await Fix(Declared.Network("3, 8, 8", $"A: {before}"), "ANG3002", "Remove the second ReLU"));

    [Theory]
    [InlineData("ReLU", "ReLU")]
    [InlineData("Conv2d(4, Kernel = 3), ReLU", "ReLU /* twice */")]
    public async Task A_layer_of_it_alone_or_a_comment_stays(string first, string second) => Assert.Empty(
        await Fixed.Open(Declared.Network("3, 8, 8", $"A: {first}", $"B: {second}")).Offers("ANG3002"));

    [Fact]
    public async Task The_pool_goes_first() => Assert.Equal(
        Declared.Network("3, 8, 8", "A: Conv2d(4, Kernel = 3), MaxPool2d(Kernel = 2), ReLU"),
        await Fix(Declared.Network("3, 8, 8", "A: Conv2d(4, Kernel = 3), ReLU, MaxPool2d(Kernel = 2)"), "ANG3002", "Let MaxPool2d go"));
}
