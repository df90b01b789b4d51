using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1005: an operation meets a shape of the wrong rank.</summary>
public sealed class RankTests
{
    // 256 * 6 * 6 = 9216.
    [Fact]
    public void Linear_on_feature_maps()
    {
        string message = Only.Error("ANG1005", "Linear(10)", Declared.Compile("256, 13, 13", "Pool5: MaxPool2d(Kernel = 3, Stride = 2)", "Fc: Linear(10), ReLU", "Fc2: Linear(10)"));
        Assert.Contains("Linear reads a vector, but Pool5 makes 256x6x6 feature maps", message, StringComparison.Ordinal);
        Assert.Contains("Put [Flatten] before it: 256x6x6 becomes 9216 features.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Conv2d(4, Kernel = 1)")]
    [InlineData("MaxPool2d(Kernel = 1)")]
    [InlineData("AvgPool2d(Kernel = 1)")]
    [InlineData("AdaptiveAvgPool2d(1)")]
    [InlineData("LocalResponseNorm(5)")]
    public void Maps_wanted_of_a_vector(string operation)
    {
        string message = Only.Error("ANG1005", operation, Declared.Compile("784", $"A: {operation}, ReLU"));
        Assert.Contains("reads feature maps (channels x height x width), but the network's input is a vector of 784 features", message, StringComparison.Ordinal);
        Assert.Contains("[Network(channels, height, width)]", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PointwiseLinear(4)")]
    [InlineData("GlobalAvgPool")]
    [InlineData("ChannelShuffle(2)")]
    public void Points_wanted_of_a_vector(string operation) => Assert.Contains(
        "reads feature maps (channels x height x width) or a sequence (channels x length), but the network's input is a vector of 784 features",
        Only.Error("ANG1005", operation, Declared.Compile("784", $"A: {operation}, ReLU")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Conv2d(4, Kernel = 1)", "Take Conv1d.")]
    [InlineData("MaxPool2d(Kernel = 1)", "Take MaxPool1d.")]
    [InlineData("AvgPool2d(Kernel = 1)", "Take AvgPool1d.")]
    [InlineData("BatchNorm2d", "Take BatchNorm1d.")]
    [InlineData("AdaptiveAvgPool2d(1)", "Declare the network over images: [Network(channels, height, width)].")]
    public void Maps_wanted_of_a_sequence(string operation, string wayOut)
    {
        string message = Only.Error("ANG1005", operation, Declared.Compile("16, 100", $"A: {operation}, ReLU"));
        Assert.Contains("reads feature maps (channels x height x width), but the network's input is a 16x100 sequence", message, StringComparison.Ordinal);
        Assert.EndsWith(wayOut, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3, 8, 8", "Conv1d(4, Kernel = 1)", "A: Conv1d reads a sequence (channels x length), but the network's input is 3x8x8 feature maps. Take Conv2d.")]
    [InlineData("3, 8, 8", "BatchNorm1d", "A: BatchNorm1d reads a sequence (channels x length), but the network's input is 3x8x8 feature maps. Take BatchNorm2d.")]
    [InlineData("48", "MaxPool1d(Kernel = 2)", "A: MaxPool1d reads a sequence (channels x length), but the network's input is a vector of 48 features. Declare the network over sequences: [Network(channels, length)].")]
    public void A_sequence_wanted(string input, string operation, string message) =>
        Assert.Equal(message, Only.Error("ANG1005", operation, Declared.Compile(input, $"A: {operation}")));

    // 16 * 100 = 1600.
    [Fact]
    public void A_vector_wanted_of_a_sequence() => Assert.Contains(
        "Put [Flatten] before it: 16x100 becomes 1600 features.",
        Only.Error("ANG1005", "Linear(10)", Declared.Compile("16, 100", "A: Linear(10)")),
        StringComparison.Ordinal);

    [Fact]
    public void After_a_flatten_the_maker_is_named()
    {
        string message = Only.Error("ANG1005", "Conv2d(4, Kernel = 1)", Declared.Compile("3, 4, 4", "A: Flatten", "B: Conv2d(4, Kernel = 1)"));
        Assert.Contains("A makes a vector of 48 features", message, StringComparison.Ordinal);
        Assert.Contains("Move Conv2d before the Flatten", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_vector_are_not_joined() => Assert.Equal(
        "B: Concat joins the rows of feature maps (channels x height x width), but A makes a vector of 48 features. Leave Axis out to join features.",
        Only.Error("ANG1005", "Axis = ConcatAxis.Height", Declared.Compile("48", "A: ReLU", "B: Concat(nameof(A), nameof(A), Axis = ConcatAxis.Height)")));

    [Fact]
    public void Flatten_dropout_softmax_and_relu_read_both()
    {
        Assert.Empty(Declared.Compile("3, 4, 4", "A: Dropout, ReLU, Softmax, Flatten").Diagnostics);
        Assert.Empty(Declared.Compile("48", "A: Flatten, Dropout, ReLU, Softmax").Diagnostics);
    }
}
