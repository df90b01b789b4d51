using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which products with one factor a channel are left to the weights of the convolution that reads them.</summary>
public sealed class ScaledWeightsTests
{
    private const string Map = "Map: Conv2d(8, Kernel = 1), ReLU";
    private const string Gate = "Gate: GlobalAvgPool, Conv2d(8, Kernel = 1, Weights = \"g\"), Sigmoid";
    private const string Mix = "Mix: Multiply(nameof(Map), nameof(Gate)), Conv2d(4, Kernel = 1, Weights = \"m\")";
    private const string Product = "Product.ForwardChannels<";
    private const string Remark = "// The weights times the factors of the channels, which are fewer values than the map.";

    [Fact]
    public void The_weights_of_a_matrix_product_are_multiplied_and_not_the_map()
    {
        string code = Forward(Map, Gate, Mix);
        Assert.DoesNotContain(Product, code, StringComparison.Ordinal);
        Assert.Contains("Convolution.Forward<MixGeometry2Scaled>(", code, StringComparison.Ordinal);
        Assert.Contains("scale: workspace.Slice(", code, StringComparison.Ordinal);

        // 4 outputs, in one vector of 16, x 8 inputs.
        Assert.Contains("ScratchLength => 128;", code, StringComparison.Ordinal);
        Assert.Contains(Remark, code, StringComparison.Ordinal);
        Assert.Contains("its weights are multiplied by the factors of the channels, and not the map", code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_product_may_be_a_layer_of_its_own()
    {
        string code = Forward(Map, Gate, "Gated: Multiply(nameof(Map), nameof(Gate))", "Mix: Conv2d(4, Kernel = 1, Weights = \"m\")");
        Assert.DoesNotContain(Product, code, StringComparison.Ordinal);
        Assert.Contains("// Gated: 8x6x6 -> 8x6x6, Multiply", code, StringComparison.Ordinal);
        Assert.Contains(Remark, code, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_layers_result_is_kept_the_map_is_multiplied()
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", Map, Gate, Mix).Generated.Values);
        Assert.Contains(Product, code[code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    // Of each one thing is otherwise: another layer reads the product, the kernel has several taps, or groups, the outputs are as many as the points,
    // the map is added afterwards, an activation comes between.
    [Theory]
    [InlineData(Map, Gate, "Gated: Multiply(nameof(Map), nameof(Gate))", "Mix: Conv2d(4, Kernel = 1, Weights = \"m\")", "Joined: Concat(nameof(Gated), nameof(Mix))")]
    [InlineData(Map, Gate, "Mix: Multiply(nameof(Map), nameof(Gate)), Conv2d(4, Kernel = 3, Padding = 1, Weights = \"m\")")]
    [InlineData(Map, Gate, "Mix: Multiply(nameof(Map), nameof(Gate)), Conv2d(4, Kernel = 1, Groups = 4, Weights = \"m\")")]
    [InlineData(Map, Gate, "Mix: Multiply(nameof(Map), nameof(Gate)), Conv2d(36, Kernel = 1, Weights = \"m\")")]
    [InlineData(Map, Gate, "Mix: Multiply(nameof(Map), nameof(Gate)), Conv2d(8, Kernel = 1, Weights = \"m\"), Add(nameof(Map))")]
    [InlineData(Map, Gate, "Mix: Multiply(nameof(Map), nameof(Gate)), ReLU, Conv2d(4, Kernel = 1, Weights = \"m\")")]
    public void Others_multiply_the_map(params string[] layers) => Assert.Contains(Product, Forward(layers), StringComparison.Ordinal);

    // Without the pass that keeps every layer's result.
    private static string Forward(params string[] layers)
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", layers).Generated.Values);
        int activations = code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal);
        return code[..activations] + code[code.IndexOf("file readonly struct ", StringComparison.Ordinal)..];
    }
}
