using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1010: the dialects disagree about the output shape.</summary>
public sealed class DialectsTests
{
    // (54 - 3) / 2 + 1 = 26.5: Caffe's pool1 at 224, 27 there and 26 in PyTorch.
    [Fact]
    public void A_pool_of_Caffe()
    {
        Diagnostic warning = Assert.Single(Declared.Compile("96, 54, 54, Dialect = Dialect.Caffe", "Pool1: MaxPool2d(Kernel = 3, Stride = 2), Shape(96, 27, 27)").Diagnostics);
        Assert.Equal(("ANG1010", DiagnosticSeverity.Warning, "Stride = 2"), (warning.Id, warning.Severity, Declared.TextAt(warning)));
        Assert.Equal(
            "Pool1: (54 + 2*0 - 3) / 2 + 1 = 26.5: 27 by the rules of Caffe and cuda-convnet, 26 by PyTorch, ONNX and TensorFlow, and no Rounding is written. Write Rounding = Ceil for 27, or Rounding = Floor for 26.",
            warning.Message());
    }

    // The paper's Conv1: cuda-convnet alone rounds a convolution up.
    [Fact]
    public void A_convolution_of_cuda_convnet()
    {
        Diagnostic warning = Assert.Single(Declared.Compile("3, 224, 224, Dialect = Dialect.CudaConvnet", "Conv1: Conv2d(96, Kernel = 11, Stride = 4)").Diagnostics);
        Assert.Contains("54.25: 55 by the rules of cuda-convnet, 54 by PyTorch, ONNX, TensorFlow and Caffe,", warning.Message(), StringComparison.Ordinal);
    }

    // ResNet's pool read by Caffe: (112 + 2 - 3) / 2 + 1 = 56.5, 57 there and 56 in PyTorch; cuda-convnet pads the start alone: (112 + 1 - 3) / 2 + 1 = 56.
    [Fact]
    public void A_padded_pool_of_Caffe()
    {
        Diagnostic warning = Assert.Single(Declared.Compile("64, 112, 112, Dialect = Dialect.Caffe", "Pool1: MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)").Diagnostics, diagnostic => diagnostic.Id == "ANG1010");
        Assert.Contains("57 by the rules of Caffe, 56 by PyTorch, ONNX, TensorFlow and cuda-convnet,", warning.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dialect = Dialect.Caffe", "MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)")]
    [InlineData("Dialect = Dialect.Caffe", "MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Floor)")]
    [InlineData("Dialect = Dialect.Caffe, Rounding = Rounding.Ceil", "MaxPool2d(Kernel = 3, Stride = 2)")]
    [InlineData("Rounding = Rounding.Floor", "MaxPool2d(Kernel = 3, Stride = 2)")]
    public void A_written_rounding_is_no_doubt(string network, string pool) => Assert.Empty(Declared.Compile($"96, 54, 54, {network}", $"Pool1: {pool}").Diagnostics);

    // 55: (55 - 3) / 2 + 1 = 27 in every framework.
    [Theory]
    [InlineData("Caffe")]
    [InlineData("CudaConvnet")]
    [InlineData("PyTorch")]
    public void A_window_that_fits_exactly_has_one_length(string dialect) =>
        Assert.Empty(Declared.Compile($"96, 55, 55, Dialect = Dialect.{dialect}", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)").Diagnostics);

    // ResNet's stem under PyTorch's own rules loses nothing, and is no more than a note.
    [Fact]
    public void What_loses_nothing_is_not_warned_of() => Assert.Equal(
        ["ANG1002", "ANG1002"],
        Declared.Compile("3, 224, 224", "Conv1: Conv2d(64, Kernel = 7, Stride = 2, Padding = 3)", "Pool1: MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)").Diagnostics.Select(diagnostic => diagnostic.Id));
}
