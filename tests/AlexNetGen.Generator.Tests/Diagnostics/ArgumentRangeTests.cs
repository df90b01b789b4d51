using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1009: an argument is out of its range.</summary>
public sealed class ArgumentRangeTests
{
    [Theory]
    [InlineData("Conv2d(0, Kernel = 3)", "0", "OutputChannels is 0; it must be at least 1")]
    [InlineData("Conv2d(-4, Kernel = 3)", "-4", "OutputChannels is -4; it must be at least 1")]
    [InlineData("Conv2d(4, Kernel = 0)", "Kernel = 0", "Kernel is 0; it must be at least 1")]
    [InlineData("Conv2d(4, Kernel = -3)", "Kernel = -3", "Kernel is -3; it must be at least 1")]
    [InlineData("Conv2d(4, Kernel = 3, Stride = 0)", "Stride = 0", "Stride is 0; it must be at least 1")]
    [InlineData("Conv2d(4, Kernel = 3, StrideWidth = -1)", "StrideWidth = -1", "StrideWidth is -1; it must be at least 1")]
    [InlineData("Conv2d(4, Kernel = 3, Dilation = 0)", "Dilation = 0", "Dilation is 0; it must be at least 1")]
    [InlineData("Conv2d(4, Kernel = 3, Padding = -1)", "Padding = -1", "Padding is -1; it must be at least 0")]
    [InlineData("Conv2d(4, Kernel = 3, PaddingRight = -1)", "PaddingRight = -1", "PaddingRight is -1; it must be at least 0")]
    [InlineData("Conv2d(4, Kernel = 3, Groups = 0)", "Groups = 0", "Groups is 0; it must be at least 1")]
    [InlineData("MaxPool2d(Kernel = 0)", "Kernel = 0", "Kernel is 0")]
    [InlineData("AvgPool2d(Kernel = 2, Stride = -2)", "Stride = -2", "Stride is -2")]
    [InlineData("AdaptiveAvgPool2d(0)", "0", "0; it must be at least 1")]
    [InlineData("AdaptiveAvgPool2d(3, -1)", "-1", "Width is -1")]
    [InlineData("LocalResponseNorm(0)", "0", "Size is 0; it must be at least 1")]
    [InlineData("LocalResponseNorm(4)", "4", "it must be odd")]
    [InlineData("Dropout(1.0)", "1.0", "at least 0 and below 1")]
    [InlineData("Dropout(-0.1)", "-0.1", "Dropout's p is -0.1")]
    [InlineData("Flatten, Linear(0)", "0", "OutputFeatures is 0")]
    [InlineData("Slice(-1, 4)", "-1", "Slice's Start is -1; it must be at least 0")]
    [InlineData("Slice(0, 0)", "0", "Slice's Count is 0; it must be at least 1")]
    [InlineData("Slice(6, 4)", "4", "Slice takes channels 6 to 9, but the network's input is 8x9x9 feature maps, the last of them 7. Take at most 2 from 6.")]
    [InlineData("Slice(8, 1)", "8", "Slice takes channels 8 to 8, but the network's input is 8x9x9 feature maps, the last of them 7. Start at 7 or before.")]
    [InlineData("Slice(int.MaxValue, int.MaxValue)", "int.MaxValue", "Start at 7 or before")]
    [InlineData("Split(0, 0)", "0", "Split's Parts is 0; it must be at least 1")]
    [InlineData("Split(2, -1)", "-1", "Split's Index is -1; it must be at least 0")]
    [InlineData("Split(2, 2)", "2", "Split's Index is 2; 2 parts are counted from 0 to 1.")]
    [InlineData("PointwiseLinear(0)", "0", "OutputChannels is 0; it must be at least 1")]
    [InlineData("Concat(Network.Input, Network.Input, Axis = (ConcatAxis)3)", "Axis = (ConcatAxis)3", "no ConcatAxis; take Channels or Height or Width")]
    [InlineData("Conv2d(4, Kernel = 3, AutoPad = AutoPad.SameUpper, Padding = 1)", "AutoPad = AutoPad.SameUpper", "Remove one of them")]
    [InlineData("Conv2d(4, Kernel = 3, Rounding = (Rounding)9)", "Rounding = (Rounding)9", "none of Fit, Exact, Floor, Ceil")]
    public void Of_an_operation(string operation, string text, string message) =>
        Assert.Contains(message, Only.Error("ANG1009", text, Declared.Compile("8, 9, 9", $"A: {operation}, ReLU", "B: Flatten, Linear(2)")), StringComparison.Ordinal);

    [Theory]
    [InlineData("0, 8, 8", "0", "channels 0")]
    [InlineData("3, -8, 8", "-8", "height -8")]
    [InlineData("3, 8, 0", "0", "width 0")]
    [InlineData("-5", "-5", "features -5")]
    [InlineData("3, 0", "0", "length 0")]
    [InlineData("3, 8, 8, Convolutions = (ConvolutionAlgorithms)2", "Convolutions = (ConvolutionAlgorithms)2", "none of Fastest, Exact")]
    [InlineData("3, 8, 8, Dialect = (Dialect)9", "Dialect = (Dialect)9", "none of PyTorch, Caffe, Onnx, TensorFlow, CudaConvnet")]
    [InlineData("3, 8, 8, Rounding = (Rounding)9", "Rounding = (Rounding)9", "none of Fit, Exact, Floor, Ceil")]
    public void Of_the_network(string input, string text, string message) =>
        Assert.Contains(message, Only.Error("ANG1009", text, Declared.Compile(input, "A: Conv2d(4, Kernel = 3), ReLU")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Conv1d(4, Kernel = 0)", "Kernel = 0", "Kernel is 0; it must be at least 1")]
    [InlineData("Conv1d(4, Kernel = 3, Stride = 0)", "Stride = 0", "Stride is 0; it must be at least 1")]
    [InlineData("Conv1d(4, Kernel = 3, PaddingLeft = -1)", "PaddingLeft = -1", "PaddingLeft is -1; it must be at least 0")]
    [InlineData("MaxPool1d(Kernel = 3, Padding = 2)", "Padding = 2", "at most half its kernel of 3, so by at most 1")]
    public void Of_an_operation_on_a_sequence(string operation, string text, string message) =>
        Assert.Contains(message, Only.Error("ANG1009", text, Declared.Compile("8, 9", $"A: {operation}, ReLU", "B: Flatten, Linear(2)")), StringComparison.Ordinal);

    // PyTorch: at most half the kernel, 3 / 2 = 1.
    [Fact]
    public void A_pools_padding_under_PyTorchs_rules() => Assert.Contains(
        "at most half its kernel of 3, so by at most 1",
        Only.Error("ANG1009", "Padding = 2", Declared.Compile("3, 9, 9", "P: MaxPool2d(Kernel = 3, Stride = 2, Padding = 2)")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Caffe")]
    [InlineData("Onnx")]
    [InlineData("TensorFlow")]
    public void A_pools_padding_under_other_rules(string dialect)
    {
        Assert.DoesNotContain(Declared.Compile($"3, 9, 9, Dialect = Dialect.{dialect}", "P: MaxPool2d(Kernel = 3, Stride = 2, Padding = 2)").Diagnostics, diagnostic => diagnostic.Id == "ANG1009");
        Only.Error("ANG1009", "Padding = 3", Declared.Compile($"3, 9, 9, Dialect = Dialect.{dialect}", "P: MaxPool2d(Kernel = 3, Stride = 2, Padding = 3)"));
    }

    [Theory]
    [InlineData("Dropout(0.0)")]
    [InlineData("Dropout(0.999)")]
    [InlineData("LocalResponseNorm(1)")]
    [InlineData("MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)")]
    [InlineData("Conv2d(1, Kernel = 1)")]
    public void At_the_edge_of_the_range(string operation) => Assert.Empty(Declared.Compile("8, 9, 9", $"A: {operation}").Diagnostics);

    [Fact]
    public void A_size_that_both_axes_share_is_reported_once() =>
        Only.Error("ANG1009", "Kernel = 0", Declared.Compile("8, 9, 9", "A: Conv2d(4, Kernel = 0, Padding = 1)"));
}
