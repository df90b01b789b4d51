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
    [InlineData("PointwiseLinear(4)")]
    public void Maps_wanted_of_a_vector(string operation)
    {
        string message = Only.Error("ANG1005", operation, Declared.Compile("784", $"A: {operation}, ReLU"));
        Assert.Contains("reads feature maps (channels x height x width), but the network's input is a vector of 784 features", message, StringComparison.Ordinal);
        Assert.Contains("[Network(channels, height, width)]", message, StringComparison.Ordinal);
    }

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
