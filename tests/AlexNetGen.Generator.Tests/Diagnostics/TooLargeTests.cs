using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1011: one array cannot hold it.</summary>
public sealed class TooLargeTests
{
    // 65,536 * 65,536 = 4,294,967,296 values.
    [Theory]
    [InlineData("65536", "Linear(65536)", "weights of 4,294,967,296 values")]
    [InlineData("1, 65536, 1", "Conv2d(65536, Kernel = 1)", "an output 65536x65536x1 of 4,294,967,296 values")]
    [InlineData("3, 4, 4", "AdaptiveAvgPool2d(65536)", "an output 3x65536x65536 of 12,884,901,888 values")]
    public void Sizes_whose_product_overflows(string input, string operation, string message) =>
        Assert.Contains(message, Only.Error("ANG1011", operation, Declared.Compile(input, $"A: {operation}")), StringComparison.Ordinal);

    [Fact]
    public void An_input_that_overflows() =>
        Only.Error("ANG1011", "Network(65536, 65536, 65536)", Declared.Compile("65536, 65536, 65536", "A: ReLU"));

    [Fact]
    public void Padding_that_overflows() => Assert.Contains(
        "Make its padding smaller",
        Only.Error("ANG1011", "Padding = 1_500_000_000", Declared.Compile("8, 9, 9", "A: Conv2d(4, Kernel = 1, Padding = 1_500_000_000), ReLU")),
        StringComparison.Ordinal);

    // 3 * 20,000 * 20,000 = 1,200,000,000 values fit into one array, and two layers of them do not.
    [Fact]
    public void A_workspace_of_several_layers()
    {
        Compiled compiled = Declared.Compile("3, 20000, 20000", "A: ReLU", "B: Sigmoid", "C: Add(nameof(A), nameof(B))", "D: AdaptiveAvgPool2d(1)");

        Diagnostic error = Assert.Single(compiled.Diagnostics);
        Assert.Equal(("ANG1011", "Net", "A"), (error.Id, Declared.TextAt(error), error.AdditionalLocations[0].SourceTree!.GetText().ToString(error.AdditionalLocations[0].SourceSpan)));
        Assert.Contains("one array holds at most 2,147,483,591. The largest is that of A, 3x20000x20000 = 1,200,000,000.", error.Message(), StringComparison.Ordinal);
    }
}
