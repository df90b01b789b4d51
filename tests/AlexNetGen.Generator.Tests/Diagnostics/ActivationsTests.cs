using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG3002: an activation that is applied twice, or could follow the pool.</summary>
public sealed class ActivationsTests
{
    [Theory]
    [InlineData("ReLU", "and changes nothing. Remove it.")]
    [InlineData("Sigmoid", "so the values go through it twice. Remove one, unless that is meant.")]
    public void Twice_on_one_layer(string activation, string effect)
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 8, 8", $"A: Conv2d(4, Kernel = 3), {activation}, {activation}").Diagnostics);
        Assert.Equal(("ANG3002", DiagnosticSeverity.Info, activation), (note.Id, note.Severity, Declared.TextAt(note)));
        Assert.Equal($"A: {activation} follows {activation}, {effect}", note.Message());
        Assert.True(note.Location.SourceSpan.Start > note.AdditionalLocations[0].SourceSpan.Start);
    }

    // Dropout and Flatten leave the values as they are.
    [Fact]
    public void On_the_layer_above()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3), ReLU, Dropout", "B: Flatten, ReLU, Linear(2)").Diagnostics);
        Assert.Equal("B: ReLU follows ReLU on A, and changes nothing. Remove it.", note.Message());
    }

    // 4x6x6 = 144 values before the pool, 4x3x3 = 36 after it.
    [Fact]
    public void ReLU_before_a_max_pool()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3), ReLU, MaxPool2d(Kernel = 2)").Diagnostics);
        Assert.Equal(("ANG3002", "ReLU"), (note.Id, Declared.TextAt(note)));
        Assert.Equal("A: ReLU gives the same values after MaxPool2d as before it, and has 36 of them to compute there instead of 144. Let MaxPool2d go first.", note.Message());
    }

    [Theory]
    [InlineData("A: Conv2d(4, Kernel = 3), ReLU", "B: Add(nameof(A), nameof(A)), ReLU")]
    [InlineData("A: Conv2d(4, Kernel = 3), ReLU", "B: Sigmoid")]
    [InlineData("A: Conv2d(4, Kernel = 3), ReLU", "B: MaxPool2d(Kernel = 2)")]
    [InlineData("A: Conv2d(4, Kernel = 3), MaxPool2d(Kernel = 2), ReLU", "B: Conv2d(4, Kernel = 1)")]
    [InlineData("A: Sigmoid, AvgPool2d(Kernel = 2)", "B: Conv2d(4, Kernel = 1)")]
    public void Are_fine_where_something_comes_between(params string[] layers) => Assert.Empty(Declared.Compile("3, 8, 8", layers).Diagnostics);
}
