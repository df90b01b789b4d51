using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2007: two operations want one tensor in different shapes.</summary>
public sealed class SharedPrefixTests
{
    [Fact]
    public void The_weight_of_two_convolutions()
    {
        string message = Only.Error("ANG2007", "Weights = \"w\"", Declared.Compile("3, 9, 9", "A: Conv2d(4, Kernel = 3, Weights = \"w\")", "B: Conv2d(4, Kernel = 3, Weights = \"w\"), ReLU"));
        Assert.StartsWith("B: Conv2d reads 'w.weight' as [4, 4, 3, 3], and A reads it as [4, 3, 3, 3]; one tensor has one shape.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_another_layer() =>
        Only.Error("ANG2007", "Weights = \"A\"", Declared.Compile("12", "A: Linear(4)", "B: Linear(4, Weights = \"A\")"));

    // 3*3*1*1 + 3 = 12 learned values, counted once, as in PyTorch.
    [Fact]
    public void Tied_weights_of_one_shape_are_accepted_and_count_once()
    {
        Compiled compiled = Declared.Compile("3, 9, 9", "A: Conv2d(3, Kernel = 1, Weights = \"w\")", "B: Conv2d(3, Kernel = 1, Weights = \"w\")");
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(12L, compiled.Load("Tests.Net").GetField("ParameterCount")!.GetValue(null));
    }
}
