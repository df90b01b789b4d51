using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2004: there is no such layer.</summary>
public sealed class UnknownLayerTests
{
    [Fact]
    public void A_near_miss_is_named()
    {
        string message = Only.Error("ANG2004", "\"Conv\"", Declared.Compile("3, 8, 8", "Conv1: ReLU", "B: From(\"Conv\"), Conv2d(4, Kernel = 3)", "C: Conv2d(4, Kernel = 99)"));
        Assert.Equal("B reads 'Conv', and Net has no such layer. Did you mean nameof(Conv1)?", message);
    }

    [Fact]
    public void Otherwise_the_layers_above_are_listed()
    {
        string message = Only.Error("ANG2004", "\"Somewhere\"", Declared.Compile("3, 8, 8", "A: ReLU", "B: Add(nameof(A), \"Somewhere\")"));
        Assert.Equal("B reads 'Somewhere', and Net has no such layer. It can read A or Network.Input.", message);
    }

    [Fact]
    public void Layers_above_and_the_input_are_known() =>
        Assert.Empty(Declared.Compile("3, 8, 8", "A: ReLU", "B: From(nameof(A)), Sigmoid", "C: Add(nameof(B), Network.Input)").Diagnostics);

    [Fact]
    public void From_without_a_name_is_incomplete() =>
        Assert.Contains("[From] needs the layer to read", Only.Error("ANG2003", "From", Declared.Compile("3, 8, 8", "A: From, ReLU")), StringComparison.Ordinal);

    [Fact]
    public void From_beside_a_merge_is_one_too_many() =>
        Assert.Contains("Remove [From]", Only.Error("ANG1009", "nameof(A)", Declared.Compile("3, 8, 8", "A: ReLU", "B: From(nameof(A)), Add(nameof(A), Network.Input)")), StringComparison.Ordinal);
}
