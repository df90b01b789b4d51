using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>
/// A wrong assertion names the layer where two readings part. The prototxt of bvlc_alexnet at 224: Caffe's pools make 54,
/// 27, 13, 6 of it, so that fc6 sees 256*6*6 = 9216; PyTorch's make 54, 26, 12, 5, and 256*5*5 = 6400.
/// </summary>
public sealed class RootCauseTests
{
    private static readonly string[] Features =
    [
        "Conv1: Conv2d(96, Kernel = 11, Stride = 4), ReLU", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)",
        "Conv2: Conv2d(256, Kernel = 5, Padding = 2, Groups = 2), ReLU", "Pool2: MaxPool2d(Kernel = 3, Stride = 2)",
        "Conv5: Conv2d(256, Kernel = 3, Padding = 1), ReLU", "Pool5: MaxPool2d(Kernel = 3, Stride = 2)",
    ];

    private const string Floor = "3, 224, 224, Rounding = Rounding.Floor";

    [Fact]
    public void The_shape_of_a_later_layer()
    {
        Compiled compiled = Declared.Compile(Floor, [.. Features, "Flat: Flatten, Shape(9216)", "Fc6: Linear(4096), ReLU"]);
        Assert.Equal(
            "Flat: [Shape(9216)] asserts 9216, but the layer makes 6400 (256 * 5 * 5 = 6400). The two readings part at Pool1: (54 + 2*0 - 3) / 2 + 1 = 26.5, "
            + "26 rounded down, 27 rounded up, as Caffe's pools do, with which Flat makes 9216. Write Rounding = Ceil on Pool1, or [Shape(6400)].",
            Only.Error("ANG1007", "Shape(9216)", compiled));
        Assert.Equal(["MaxPool2d(Kernel = 3, Stride = 2)", "Flat"], compiled.Errors.Single().AdditionalLocations.Select(location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
    }

    // 9216 * 4096 + 4096 = 37,752,832; 6400 * 4096 + 4096 = 26,218,496.
    [Fact]
    public void The_parameters_of_a_later_layer() => Assert.Equal(
        "Fc6: [Parameters(37_752_832)] asserts 37,752,832 learned values, 11,534,336 more than the declaration's 26,218,496 = 4096*6400 + 4096. The two readings part at Pool1: "
        + "(54 + 2*0 - 3) / 2 + 1 = 26.5, 26 rounded down, 27 rounded up, as Caffe's pools do, with which Fc6 reads 9216 features, not 6400. Write Rounding = Ceil on Pool1, or [Parameters(26_218_496)].",
        Only.Error("ANG1008", "Parameters(37_752_832)", Declared.Compile(Floor, [.. Features, "Fc6: Flatten, Linear(4096), ReLU, Parameters(37_752_832)"])));

    // 34,944 + 307,456 + 590,080 + 37,752,832 = 38,685,312.
    [Fact]
    public void The_parameters_of_the_class()
    {
        string source = Declared.Network(Floor, [.. Features, "Fc6: Flatten, Linear(4096), ReLU"]).Replace("Rounding.Floor)]", "Rounding.Floor), Parameters(38_685_312)]", StringComparison.Ordinal);
        string message = Only.Error("ANG1008", "Parameters(38_685_312)", Compiled.From(source));
        Assert.Contains("The two readings part at Pool1:", message, StringComparison.Ordinal);
        Assert.Contains("with which Fc6 reads 9216 features, not 6400. Write Rounding = Ceil on Pool1, or [Parameters(27_150_976)].", message, StringComparison.Ordinal);
    }

    // 8 * 111 * 111 = 98,568. The other way round: Caffe rounds up, and the numbers are PyTorch's.
    [Fact]
    public void Rounded_up_where_the_numbers_were_rounded_down()
    {
        Compiled compiled = Declared.Compile("3, 224, 224, Dialect = Dialect.Caffe, Rounding = Rounding.Ceil", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)", "Conv2: Conv2d(8, Kernel = 1)", "Flat: Flatten, Shape(98568)");
        string message = Assert.Single(compiled.Errors).Message();
        Assert.Contains("Pool1: (224 + 2*0 - 3) / 2 + 1 = 111.5, 111 rounded down, as PyTorch does, 112 rounded up, with which Flat makes 98568. Write Rounding = Floor on Pool1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_layer_itself() => Assert.Equal(
        "Pool1: [Shape(96, 27, 27)] asserts 96x27x27, but the layer makes 96x26x26 ((54 + 2*0 - 3) / 2 + 1 = 26.5 -> 26). Rounded up, as Caffe's pools do, it is 27. Write Rounding = Ceil, or [Shape(96, 26, 26)].",
        Only.Error("ANG1007", "Shape(96, 27, 27)", Declared.Compile("96, 54, 54, Rounding = Rounding.Floor", "Pool1: MaxPool2d(Kernel = 3, Stride = 2), Shape(96, 27, 27)")));

    // No rounding makes 7000 of it.
    [Fact]
    public void No_cause_is_made_up() => Assert.DoesNotContain(
        "readings", Only.Error("ANG1007", "Shape(7000)", Declared.Compile(Floor, [.. Features, "Flat: Flatten, Shape(7000)"])), StringComparison.Ordinal);

    // (12 - 3) / 2 + 1 = 5.5; (6 - 3) / 2 + 1 = 2.5: both must be rounded up for 3x3; down, (5 - 3) / 2 + 1 = 2.
    [Fact]
    public void Several_layers_at_once() => Assert.Contains(
        "Write Rounding = Ceil on P1, P2, or [Shape(4)].",
        Only.Error("ANG1007", "Shape(9)", Declared.Compile("1, 12, 12, Rounding = Rounding.Floor", "P1: MaxPool2d(Kernel = 3, Stride = 2)", "P2: MaxPool2d(Kernel = 3, Stride = 2)", "Flat: Flatten, Shape(9)")),
        StringComparison.Ordinal);
}
