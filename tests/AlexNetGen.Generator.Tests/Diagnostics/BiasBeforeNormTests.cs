using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG3001: a bias right before a batch normalisation.</summary>
public sealed class BiasBeforeNormTests
{
    [Fact]
    public void On_one_layer()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 8, 8", "A: Conv2d(16, Kernel = 3), BatchNorm2d(Weights = \"bn\"), ReLU").Diagnostics);
        Assert.Equal(("ANG3001", DiagnosticSeverity.Info, "Conv2d(16, Kernel = 3)"), (note.Id, note.Severity, Declared.TextAt(note)));
        Assert.Equal(
            "A: Conv2d's bias of 16 values is undone by the BatchNorm2d after it, which subtracts a mean that holds it. Write Bias = false, unless trained weights come with a bias.",
            note.Message());
    }

    [Fact]
    public void Of_the_layer_below()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 8, 8", "A: Conv2d(16, Kernel = 3, Bias = true)", "B: BatchNorm2d").Diagnostics);
        Assert.Equal(("ANG3001", "Bias = true"), (note.Id, Declared.TextAt(note)));
    }

    [Theory]
    [InlineData("A: Conv2d(16, Kernel = 3, Bias = false), BatchNorm2d(Weights = \"bn\")")]
    [InlineData("A: Conv2d(16, Kernel = 3), ReLU, BatchNorm2d(Weights = \"bn\")")]
    [InlineData("A: Conv2d(16, Kernel = 3), GroupNorm(4, Weights = \"gn\")")]
    public void Elsewhere_it_is_of_use(string layer) => Assert.Empty(Declared.Compile("3, 8, 8", layer).Diagnostics);

    // B sees A's bias, whatever C makes of it.
    [Fact]
    public void A_layer_that_others_read_needs_it() => Assert.Empty(
        Declared.Compile("3, 8, 8", "A: Conv2d(3, Kernel = 3, Padding = 1)", "B: BatchNorm2d", "C: Add(nameof(A), nameof(B))").Diagnostics);
}
