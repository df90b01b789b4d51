using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2003: a network without a layer or an input, a layer without an operation, an operation without an argument.</summary>
public sealed class IncompleteTests
{
    [Fact]
    public void A_network_without_a_layer() => Assert.Equal(
        "Net has no layer. Declare one as '[Conv2d(64, Kernel = 3)] public static partial Layer Conv1 { get; }'.",
        Only.Error("ANG2003", "Net", Declared.Compile("3, 8, 8")));

    [Fact]
    public void A_network_without_an_input() => Assert.Contains(
        "Net needs the shape of one input: [Network(3, 224, 224)]",
        Only.Error("ANG2003", "Network()", Declared.Compile(string.Empty, "A: Conv2d(4, Kernel = 3)")),
        StringComparison.Ordinal);

    [Fact]
    public void A_layer_without_an_operation()
    {
        string source = Declared.Network("4", "B: Linear(3)").Replace("    [Linear", "    public static partial Layer A { get; }\n    [Linear", StringComparison.Ordinal);
        Assert.Equal("A has no operation. Write one as an attribute, as in [ReLU].", Only.Error("ANG2003", "A", Compiled.From(source)));
    }

    [Theory]
    [InlineData("Conv2d", "Conv2d needs the number of output channels, as in [Conv2d(64, Kernel = 3)]")]
    [InlineData("Conv2d(4)", "Conv2d needs the size of its kernel")]
    [InlineData("Conv2d(4, KernelHeight = 3)", "Conv2d needs the size of its kernel")]
    [InlineData("MaxPool2d", "MaxPool2d needs the size of its window, as in [MaxPool2d(Kernel = 3)]")]
    [InlineData("AvgPool2d(Stride = 2)", "AvgPool2d needs the size of its window")]
    [InlineData("AdaptiveAvgPool2d", "AdaptiveAvgPool2d needs the size of its output")]
    [InlineData("LocalResponseNorm", "LocalResponseNorm needs the number of channels of its window")]
    [InlineData("Conv1d(4)", "Conv1d needs the size of its kernel, as in [Conv1d(64, Kernel = 3)]")]
    [InlineData("MaxPool1d", "MaxPool1d needs the size of its window, as in [MaxPool1d(Kernel = 3)]")]
    [InlineData("Slice", "Slice needs its first channel and the number of channels, as in [Slice(0, 24)]")]
    [InlineData("Split", "Split needs the number of parts and the one to take, as in [Split(2, 0)]")]
    [InlineData("PointwiseLinear", "PointwiseLinear needs the number of output channels, as in [PointwiseLinear(384)]")]
    [InlineData("Parameters, ReLU", "[Parameters] needs the count, as in [Parameters(0)]")]
    public void An_operation_without_what_it_needs(string operation, string message)
    {
        Compiled compiled = Declared.Compile("3, 8, 8", $"A: {operation}", "B: Conv2d(4, Kernel = 99)");
        Microsoft.CodeAnalysis.Diagnostic error = compiled.Diagnostics.First(diagnostic => diagnostic.Id == "ANG2003");
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
        Assert.Equal(operation.Split(", ReLU")[0], Declared.TextAt(error));
    }

    [Fact]
    public void A_linear_without_its_outputs() =>
        Assert.Contains("Linear needs the number of output features", Only.Error("ANG2003", "Linear", Declared.Compile("4", "A: Linear", "B: Linear(2)")), StringComparison.Ordinal);

    [Fact]
    public void No_layer_is_not_said_beside_a_wrong_type()
    {
        Only.Error("ANG2001", "Net", Compiled.From("[AlexNetGen.Network(4)] internal class Net { }"));
        Only.Error("ANG2001", "Net", Compiled.From("[AlexNetGen.Network] internal abstract partial class Net { }"));
    }

    [Fact]
    public void No_layer_is_not_said_beside_a_wrong_layer() =>
        Only.Error("ANG2002", "A", Compiled.From("using AlexNetGen; [Network(4)] internal partial class Net { [ReLU] public static Layer A = null!; }"));
}
