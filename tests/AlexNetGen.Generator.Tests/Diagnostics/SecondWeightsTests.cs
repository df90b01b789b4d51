using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2008: a second operation with weights on one layer writes no Weights.</summary>
public sealed class SecondWeightsTests
{
    [Fact]
    public void Without_its_own_prefix() => Assert.Equal(
        "A: Conv2d is the second operation with weights on this layer and would read 'A.weight' too. Write its own prefix, as in Weights = \"A.1\".",
        Only.Error("ANG2008", "Conv2d(4, Kernel = 1)", Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3), ReLU, Conv2d(4, Kernel = 1)")));

    [Fact]
    public void The_third_too() => Assert.Equal(
        ["Linear(3)", "Linear(4)"],
        Declared.Compile("4", "A: Linear(2), Linear(3), Linear(4)").Diagnostics.Where(diagnostic => diagnostic.Id == "ANG2008").Select(Declared.TextAt));

    [Fact]
    public void Where_the_layer_is_broken_before_it() => Assert.Equal(
        ["ANG1003", "ANG2008"],
        Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 9), Conv2d(4, Kernel = 1)").Diagnostics.Select(diagnostic => diagnostic.Id).OrderBy(id => id, StringComparer.Ordinal));

    [Theory]
    [InlineData("Conv2d(4, Kernel = 3), Conv2d(4, Kernel = 1, Weights = \"b\")")]
    [InlineData("Conv2d(4, Kernel = 3, Weights = \"a\"), Conv2d(4, Kernel = 1, Weights = \"b\")")]
    [InlineData("Conv2d(4, Kernel = 3), MaxPool2d(Kernel = 2), ReLU")]
    public void With_its_own_prefix(string operations) => Assert.Empty(Declared.Compile("3, 8, 8", $"A: {operations}").Diagnostics);
}
