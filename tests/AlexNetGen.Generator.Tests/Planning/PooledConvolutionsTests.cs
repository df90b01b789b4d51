using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which convolutions are computed together with the max pool that reads them.</summary>
public sealed class PooledConvolutionsTests
{
    private const string Conv = "Conv1: Conv2d(64, Kernel = 7, Stride = 2, Padding = 3), BatchNorm2d(Weights = \"bn1\"), ReLU";
    private const string Pool = "Pool1: MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)";

    [Fact]
    public void A_pair_says_so_in_the_plan()
    {
        string code = Code("3, 224, 224", Conv, Pool);
        Assert.Contains("PooledConvolution.Forward<Conv1GeometryPooled, Pool1Geometry>(", code, StringComparison.Ordinal);
        Assert.Contains("; a band of rows at a time, each then through Pool1", code, StringComparison.Ordinal);
        Assert.Contains("With Conv1, a band of rows at a time: the map between them is never whole in memory.", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3, 224, 224", "Conv1: Conv2d(64, Kernel = 7, Stride = 2, Padding = 3)", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("64, 224, 224", "Conv1: Conv2d(64, Kernel = 3, Padding = 1), ReLU", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 224, 224", "Both: Conv2d(64, Kernel = 7, Stride = 2, Padding = 3), ReLU, MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)")]
    public void Pairs(string input, params string[] layers) => Assert.Contains("PooledConvolution.Forward<", Code(input, layers), StringComparison.Ordinal);

    [Fact]
    public void A_pair_in_registers_says_so_in_the_plan()
    {
        string code = Code("1, 28, 28", "C1: Conv2d(6, Kernel = 5, Padding = 2), ReLU", "S2: MaxPool2d(Kernel = 2)");
        Assert.Contains("PooledConvolution.Forward<C1Geometry, S2Geometry>(", code, StringComparison.Ordinal);
        Assert.Contains("; a window of S2 at a time, of which only the largest value is written", code, StringComparison.Ordinal);
        Assert.Contains("With C1, a window at a time: the map between them is never in memory.", code, StringComparison.Ordinal);
    }

    // By the definition maps of any size: with bounds or none, a normalisation, a stride, an odd length, no frame of zeros, sums of 147 products.
    [Theory]
    [InlineData("1, 28, 28", "Conv1: Conv2d(6, Kernel = 5)", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 32, 32", "Conv1: Conv2d(32, Kernel = 3, Padding = 1), BatchNorm2d(Weights = \"bn1\"), ReLU6", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("1, 33, 33", "Conv1: Conv2d(8, Kernel = 3, Stride = 2)", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 28, 28", "Conv1: Conv2d(8, Kernel = 7, Padding = 3)", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 224, 224", "Conv1: Conv2d(64, Kernel = 3, Padding = 1), ReLU", "Pool1: MaxPool2d(Kernel = 2)")]
    public void Pairs_in_registers(string input, params string[] layers) => Assert.Contains("With Conv1, a window at a time", Code(input, layers), StringComparison.Ordinal);

    // Another function than a bound, a mean, other windows, taps apart, sums of 196 products, groups.
    [Theory]
    [InlineData("1, 28, 28", "Conv1: Conv2d(6, Kernel = 5), Tanh", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 224, 224", "Conv1: Conv2d(64, Kernel = 3, Padding = 1), Tanh", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("1, 28, 28", "Conv1: Conv2d(6, Kernel = 5), ReLU", "Pool1: AvgPool2d(Kernel = 2)")]
    [InlineData("1, 28, 28", "Conv1: Conv2d(6, Kernel = 5), ReLU", "Pool1: MaxPool2d(Kernel = 3, Stride = 1)")]
    [InlineData("1, 28, 28", "Conv1: Conv2d(6, Kernel = 5), ReLU", "Pool1: MaxPool2d(Kernel = 2, Padding = 1)")]
    [InlineData("1, 27, 27", "Conv1: Conv2d(6, Kernel = 5), ReLU", "Pool1: MaxPool2d(Kernel = 2, Rounding = Rounding.Ceil)")]
    [InlineData("1, 28, 28", "Conv1: Conv2d(6, Kernel = 5, Dilation = 2), ReLU", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("4, 28, 28", "Conv1: Conv2d(8, Kernel = 7, Padding = 3)", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("64, 28, 28", "Conv1: Conv2d(64, Kernel = 1, Groups = 2), ReLU", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 224, 224", "Conv1: Conv2d(64, Kernel = 3, Padding = 1), ReLU", "Pool1: MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)")]
    public void No_pairs_in_registers(string input, params string[] layers) => Assert.DoesNotContain("PooledConvolution", Code(input, layers), StringComparison.Ordinal);

    // Of each pair one thing is otherwise: a map that a cache holds, many weights, large or dilated windows, a dilated convolution, a mean, another reader.
    [Theory]
    [InlineData("3, 112, 112", Conv, Pool)]
    [InlineData("128, 112, 112", "Conv1: Conv2d(128, Kernel = 3, Padding = 1), ReLU", "Pool1: MaxPool2d(Kernel = 2)")]
    [InlineData("3, 224, 224", Conv, "Pool1: MaxPool2d(Kernel = 4, Stride = 2, Padding = 1)")]
    [InlineData("3, 224, 224", Conv, "Pool1: MaxPool2d(Kernel = 3, Stride = 1, Dilation = 2)")]
    [InlineData("16, 224, 224", "Conv1: Conv2d(64, Kernel = 3, Padding = 2, Dilation = 2), ReLU", Pool)]
    [InlineData("3, 224, 224", Conv, "Pool1: AvgPool2d(Kernel = 2)")]
    [InlineData("3, 224, 224", Conv, Pool, "Again: From(nameof(Conv1)), MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)", "Sum: Add(nameof(Pool1), nameof(Again))")]
    public void No_pairs(string input, params string[] layers) => Assert.DoesNotContain("PooledConvolution", Code(input, layers), StringComparison.Ordinal);

    private static string Code(string input, params string[] layers)
    {
        Compiled compiled = Declared.Compile(input, layers);
        return string.Concat(compiled.Generated.Values);
    }
}
