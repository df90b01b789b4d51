using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1003: the window is larger than the padded input, or an output length is below 1.</summary>
public sealed class WindowTooLargeTests
{
    // (5 + 0 - 7) / 1 + 1 = -1; two rows of padding would let one window in.
    [Fact]
    public void A_kernel_beyond_the_input()
    {
        string message = Only.Error("ANG1003", "Kernel = 7", Declared.Compile("3, 5, 5", "Conv1: Conv2d(4, Kernel = 7), ReLU", "Conv2: Conv2d(4, Kernel = 3)"));
        Assert.Equal(
            "Conv1: a kernel of 7 does not fit into 5 rows; the network's input is 3x5x5 feature maps: (5 + 2*0 - 7) / 1 + 1 = -1. "
            + "Make the kernel at most 5, add 2 rows of padding in all, or give the network a larger input.",
            message);
    }

    [Fact]
    public void A_kernel_beyond_a_sequence() => Assert.Equal(
        "Conv1: a kernel of 7 does not fit into 5 positions; the network's input is a 3x5 sequence: (5 + 2*0 - 7) / 1 + 1 = -1. "
        + "Make the kernel at most 5, add 2 positions of padding in all, or give the network a larger input.",
        Only.Error("ANG1003", "Kernel = 7", Declared.Compile("3, 5", "Conv1: Conv1d(4, Kernel = 7), ReLU", "Conv2: Conv1d(4, Kernel = 3)")));

    // Dilation 3 spreads a kernel of 3 over 3 * 2 + 1 = 7; 5 rows hold (5 - 1) / 3 + 1 = 2 taps.
    [Fact]
    public void Dilation_counts()
    {
        string message = Only.Error("ANG1003", "Kernel = 3", Declared.Compile("3, 5, 5", "Conv1: Conv2d(4, Kernel = 3, Dilation = 3)"));
        Assert.Contains("a kernel of 3 with dilation 3, which reaches over 7, does not fit into 5 rows", message, StringComparison.Ordinal);
        Assert.Contains("Make the kernel at most 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_axis_alone_is_named()
    {
        string message = Only.Error("ANG1003", "KernelWidth = 9", Declared.Compile("3, 20, 5", "Conv1: Conv2d(4, KernelHeight = 3, KernelWidth = 9)"));
        Assert.Contains("5 columns", message, StringComparison.Ordinal);
    }

    // The maps shrink 8 -> 4 -> 2, and the layer that made the last of them is named.
    [Fact]
    public void The_layer_that_made_the_maps_is_named()
    {
        string message = Only.Error("ANG1003", "Kernel = 3", Declared.Compile("3, 8, 8", "P1: MaxPool2d(Kernel = 2)", "P2: MaxPool2d(Kernel = 2)", "C: Conv2d(4, Kernel = 3), ReLU", "F: Flatten, Linear(3)"));
        Assert.Contains("P2 makes 3x2x2 feature maps", message, StringComparison.Ordinal);
        Assert.Contains("shrink the maps less before it", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_as_large_as_the_padded_input_fits() =>
        Assert.Empty(Declared.Compile("3, 5, 5", "Conv1: Conv2d(4, Kernel = 7, Padding = 1)").Errors);

    // PyTorch: in 2, k3, s2, ceil: ceil(-1 / 2) + 1 = 1.
    [Fact]
    public void A_pool_that_rounds_up_may_hang_over() =>
        Assert.Empty(Declared.Compile("3, 2, 2", "P: MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(3, 1, 1)").Errors);

    // ... but not where no window at all begins: ceil((1 - 5) / 2) + 1 = -1.
    [Fact]
    public void A_pool_that_rounds_up_to_nothing() =>
        Only.Error("ANG1003", "Kernel = 5", Declared.Compile("3, 1, 1", "P: MaxPool2d(Kernel = 5, Stride = 2, Rounding = Rounding.Ceil)"));

    [Fact]
    public void What_does_not_depend_on_the_shape_is_still_reported_below()
    {
        Compiled compiled = Declared.Compile("3, 5, 5", "Conv1: Conv2d(4, Kernel = 7)", "Conv2: Conv2d(4, Kernel = 0)", "Conv3: Conv2d(4, Kernel = 100)");
        Assert.Equal(["ANG1003", "ANG1009"], compiled.Diagnostics.Select(diagnostic => diagnostic.Id).OrderBy(id => id, StringComparer.Ordinal));
    }
}
