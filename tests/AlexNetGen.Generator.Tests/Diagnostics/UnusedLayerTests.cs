using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2006: the layer's result is never used.</summary>
public sealed class UnusedLayerTests
{
    [Fact]
    public void Is_a_warning_at_its_name()
    {
        Diagnostic warning = Assert.Single(Declared.Compile("3, 8, 8", "A: ReLU", "B: From(Network.Input), ReLU").Diagnostics);
        Assert.Equal("ANG2006", warning.Id);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Equal("A", Declared.TextAt(warning));
        Assert.StartsWith("The result of A is never used", warning.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_said_of_an_output() =>
        Assert.Empty(Declared.Compile("3, 8, 8", "A: ReLU, Output", "B: From(Network.Input), ReLU").Diagnostics);

    [Fact]
    public void All_outputs_are_named() => Assert.Equal(
        "The result of B is never used: no later layer reads it, and the output is A and C. Read it with [From(nameof(B))], make it an output too with [Output], or remove it.",
        Assert.Single(Declared.Compile("3, 8, 8", "A: ReLU, Output", "B: Sigmoid", "C: From(Network.Input), ReLU").Diagnostics).Message());

    [Fact]
    public void Is_not_said_of_a_broken_network() =>
        Assert.Equal("ANG1003", Assert.Single(Declared.Compile("3, 8, 8", "A: ReLU", "B: From(Network.Input), Conv2d(3, Kernel = 9)").Diagnostics).Id);
}
