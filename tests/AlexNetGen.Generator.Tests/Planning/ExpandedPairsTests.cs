using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which convolutions are computed together with the depthwise convolution that reads them.</summary>
public sealed class ExpandedPairsTests
{
    private const string Expand = "Expand: Conv2d(48, Kernel = 1), ReLU6";
    private const string Depthwise = "Depthwise: Conv2d(48, Kernel = 3, Padding = 1, Groups = 48), ReLU6";

    [Fact]
    public void A_pair_says_so_in_the_plan()
    {
        string code = Code("8, 20, 20", Expand, Depthwise);
        Assert.Contains("ExpandedDepthwise.Forward<ExpandGeometry, DepthwiseGeometry>(", code, StringComparison.Ordinal);
        Assert.Contains("a block of channels at a time, each then through Depthwise", code, StringComparison.Ordinal);
        Assert.Contains("one kernel a channel: vectors across channels; together with Expand", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3, 40, 40", "Conv1: Conv2d(48, Kernel = 3, Stride = 2, Padding = 1)", "Depthwise: Conv2d(48, Kernel = 3, Stride = 2, Padding = 1, Groups = 48)")]
    [InlineData("8, 14, 14", Expand, Depthwise)]
    [InlineData("8, 20, 20", Expand, "Depthwise: Conv2d(48, Kernel = 5, Stride = 2, Padding = 2, Groups = 48)")]
    [InlineData("8, 20, 20", "Both: Conv2d(48, Kernel = 1), Conv2d(48, Kernel = 3, Groups = 48, Weights = \"second\")")]
    public void Pairs(string input, params string[] layers) => Assert.Contains("ExpandedDepthwise.Forward<", Code(input, layers), StringComparison.Ordinal);

    // Of each pair one thing is otherwise.
    [Theory]
    [InlineData("8, 13, 13", Expand, Depthwise)]
    [InlineData("8, 20, 20", Expand, "Depthwise: Conv2d(48, Kernel = 7, Padding = 3, Groups = 48)")]
    [InlineData("8, 20, 20", Expand, "Depthwise: Conv2d(48, Kernel = 5, Padding = 3, Groups = 48)")]
    [InlineData("8, 20, 180", Expand, "Depthwise: Conv2d(48, Kernel = 5, Padding = 2, Groups = 48)")]
    [InlineData("8, 20, 20", Expand, "Depthwise: Conv2d(48, Kernel = 3, Padding = 2, Groups = 48)")]
    [InlineData("8, 20, 20", Expand, "Depthwise: Conv2d(48, Kernel = 3, Dilation = 2, Padding = 1, Groups = 48)")]
    [InlineData("9, 20, 20", Expand, "Depthwise: Conv2d(48, Kernel = 3, Stride = 3, Padding = 1, Groups = 48)")]
    [InlineData("8, 20, 20", Expand, "Grouped: Conv2d(48, Kernel = 3, Padding = 1, Groups = 24)")]
    [InlineData("8, 20, 20", "Expand: Conv2d(44, Kernel = 1)", "Depthwise: Conv2d(44, Kernel = 3, Padding = 1, Groups = 44)")]
    [InlineData("8, 20, 300", Expand, Depthwise)]
    [InlineData("200, 20, 20", Expand, Depthwise)]
    [InlineData("8, 20, 20", "Expand: Conv2d(48, Kernel = 1, Groups = 2)", Depthwise)]
    [InlineData("8, 20, 20", Expand, Depthwise, "Sum: Add(nameof(Expand), nameof(Depthwise))")]
    [InlineData("8, 20, 20", Expand, "Pool: MaxPool2d(Kernel = 2)", Depthwise)]
    public void No_pairs(string input, params string[] layers) => Assert.DoesNotContain("ExpandedDepthwise", Code(input, layers), StringComparison.Ordinal);

    private static string Code(string input, params string[] layers)
    {
        Compiled compiled = Declared.Compile(input, layers);
        return string.Concat(compiled.Generated.Values);
    }
}
