using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1007: a [Shape] that is not the computed one.</summary>
public sealed class ShapeAssertionTests
{
    // (8 - 3) / 1 + 1 = 6.
    [Fact]
    public void Another_size()
    {
        string message = Only.Error("ANG1007", "Shape(4, 5, 5)", Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3), Shape(4, 5, 5)", "B: Conv2d(4, Kernel = 7)"));
        Assert.Equal("A: [Shape(4, 5, 5)] asserts 4x5x5, but the layer makes 4x6x6 ((8 + 2*0 - 3) / 1 + 1 = 6). Write [Shape(4, 6, 6)], or change the layer.", message);
    }

    [Theory]
    [InlineData("Shape(4, 6)")]
    [InlineData("Shape(144)")]
    [InlineData("Shape(4, 6, 6, 1)")]
    [InlineData("Shape(-4, 6, 6)")]
    [InlineData("Shape()")]
    public void Another_rank_or_value(string shape) =>
        Only.Error("ANG1007", shape, Declared.Compile("3, 8, 8", $"A: Conv2d(4, Kernel = 3), {shape}"));

    [Theory]
    [InlineData("Shape(4, 6, 6), Conv2d(4, Kernel = 3)")]
    [InlineData("Conv2d(4, Kernel = 3), Shape(4, 6, 6)")]
    [InlineData("Conv2d(4, Kernel = 3), Flatten, Shape(144)")]
    public void The_computed_one_wherever_it_stands(string attributes) =>
        Assert.Empty(Declared.Compile("3, 8, 8", $"A: {attributes}").Diagnostics);

    [Fact]
    public void Below_a_broken_layer_no_shape_is_compared() =>
        Only.Error("ANG1003", "Kernel = 9", Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 9), Shape(1, 2, 3)", "B: ReLU, Shape(9)"));
}
