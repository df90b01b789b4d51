using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which batch normalisations are computed inside the convolution of the layer before.</summary>
public sealed class NormalizationAcrossLayersTests
{
    private const string Conv = "Conv: Conv2d(8, Kernel = 1)";
    private const string Norm = "Norm: BatchNorm2d, ReLU";
    private const string Last = "Last: Conv2d(2, Kernel = 1)";

    [Theory]
    [InlineData(Conv, Norm, Last)]
    [InlineData(Conv, "Norm: BatchNorm2d", "Rectified: ReLU", Last)]
    [InlineData(Conv, "Norm: BatchNorm2d, ReLU, Conv2d(2, Kernel = 1, Weights = \"c\")")]
    [InlineData("Other: Conv2d(8, Kernel = 1)", "Conv: From(Network.Input), Conv2d(8, Kernel = 1)", "Norm: BatchNorm2d, Add(nameof(Other))", Last)]
    public void A_layers_first_operation_is(params string[] layers)
    {
        string forward = Forward(layers);
        Assert.DoesNotContain("BatchNormalization.Forward<", forward, StringComparison.Ordinal);
        Assert.Contains("normalization: weights.Norm", forward, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_it_is_as_well()
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", Conv, Norm, Last).Generated.Values);
        string geometry = code[code.IndexOf("struct ConvGeometryWithNormalization ", StringComparison.Ordinal)..];
        Assert.Contains("Activation.ReLU;", geometry[..geometry.IndexOf('}', StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    // Where each layer's result is kept the normalisation is a kernel of its own, which has to rectify as well; or not, where something is added first.
    [Theory]
    [InlineData("true", Conv, Norm, Last)]
    [InlineData("false", "Other: Conv2d(8, Kernel = 1)", "Conv: From(Network.Input), Conv2d(8, Kernel = 1)", "Norm: BatchNorm2d, Add(nameof(Other)), ReLU", Last)]
    [InlineData("false", Conv, "Norm: BatchNorm2d, MaxPool2d(Kernel = 1, Stride = 1), ReLU", Last)]
    public void By_itself_it_rectifies_what_it_would_inside(string rectifies, params string[] layers)
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", layers).Generated.Values);
        Assert.Contains("BatchNormalization.Forward<NormGeometry>", code[code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)..], StringComparison.Ordinal);
        string geometry = code[code.IndexOf("struct NormGeometry ", StringComparison.Ordinal)..];
        Assert.Contains($"bool ReLU => {rectifies};", geometry[..geometry.IndexOf('}', StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    // Of each one thing is otherwise: an activation comes between, somebody else reads the convolution, it has a normalisation, or a sum.
    [Theory]
    [InlineData("Conv: Conv2d(8, Kernel = 1), ReLU", Norm, Last)]
    [InlineData(Conv, Norm, "Other: From(nameof(Conv)), Conv2d(8, Kernel = 1)", "Sum: Add(nameof(Other), nameof(Norm))", Last)]
    [InlineData("Conv: Conv2d(8, Kernel = 1), BatchNorm2d(Weights = \"n\")", Norm, Last)]
    [InlineData("Before: Conv2d(8, Kernel = 1), ReLU", "Conv: Conv2d(8, Kernel = 1), Add(nameof(Before))", Norm, Last)]
    [InlineData("Conv: MaxPool2d(Kernel = 1, Stride = 1)", Norm, Last)]
    public void Others_are_not(params string[] layers) => Assert.Contains("BatchNormalization.Forward<NormGeometry>", Forward(layers), StringComparison.Ordinal);

    private static string Forward(string[] layers)
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", layers).Generated.Values);
        return code[..code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)];
    }
}
