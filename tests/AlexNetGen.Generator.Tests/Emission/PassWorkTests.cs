using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Emission;

/// <summary>The team is told how much a pass computes: for little it does not wake up.</summary>
public sealed class PassWorkTests
{
    // 18 x 18 x 8 outputs of 3 x 3 x 3 multiply-adds; (15 weights + 4 + 3 values) * 10; (1,200 + 300 values) * 10; the sum of a
    // convolution's 69,984 and 10 * (2,592 + 2,592) of an activation's.
    [Theory]
    [InlineData("3, 20, 20", "Last: Conv2d(8, Kernel = 3)", "69_984")]
    [InlineData("4", "Last: Linear(3)", "220")]
    [InlineData("3, 20, 20", "Last: MaxPool2d(Kernel = 2)", "15_000")]
    [InlineData("3, 20, 20", "Last: Conv2d(8, Kernel = 3), ReLU", "121_824")]
    public void Is_the_multiply_adds_or_the_values_that_are_moved(string input, string layer, string work)
    {
        string source = Declared.Compile(input, layer).Generated["Tests.Net.g.cs"];
        Assert.Contains($"_team.Enter(work: {work});", source, StringComparison.Ordinal);
        Assert.Contains($"_team.Enter(work: count * {work}L);", source, StringComparison.Ordinal);
        Assert.Contains($"_team.ThreadsFor(work: {work})", source, StringComparison.Ordinal);
    }
}
