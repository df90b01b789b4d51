using System.Text.RegularExpressions;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which joined maps are written into the larger ones that they are joined into, as in a dense block.</summary>
public sealed partial class GrowingMapsTests
{
    private const string First = "First: Conv2d(8, Kernel = 1)";
    private const string New1 = "New1: BatchNorm2d, ReLU, Conv2d(4, Kernel = 3, Padding = 1, Weights = \"c1\")";
    private const string Join1 = "Join1: Concat(nameof(First), nameof(New1))";
    private const string New2 = "New2: BatchNorm2d, ReLU, Conv2d(4, Kernel = 3, Padding = 1, Weights = \"c2\")";
    private const string Join2 = "Join2: Concat(nameof(Join1), nameof(New2))";
    private const string Last = "Last: BatchNorm2d, ReLU, Conv2d(2, Kernel = 1, Weights = \"c3\")";

    [Fact]
    public void Nothing_of_a_dense_block_is_copied()
    {
        string code = Generated(First, New1, Join1, New2, Join2, Last);
        Assert.Equal(0, Copies(code));

        // First's eight channels, New1's four behind them, and New2's, of sixteen a point, whichever batch normalisation reads.
        Assert.Equal((16, 0), Place(code, "First"));
        Assert.Equal((16, 8), Place(code, "New1"));
        Assert.Equal((16, 12), Place(code, "New2"));
        Assert.Equal(2, InputStep().Count(code));
        Assert.Contains("// Join1: 8x6x6 -> 12x6x6, Concat: 8 + 4 = 12", code, StringComparison.Ordinal);
        Assert.Contains("// Join2: 12x6x6 -> 16x6x6, Concat: 12 + 4 = 16", code, StringComparison.Ordinal);
    }

    [Fact]
    public void New_channels_may_come_first()
    {
        string code = Generated(First, New1, "Join1: Concat(nameof(New1), nameof(First))", New2, "Join2: Concat(nameof(New2), nameof(Join1))", Last);
        Assert.Equal(0, Copies(code));
        Assert.Equal((16, 8), Place(code, "First"));
        Assert.Equal((16, 4), Place(code, "New1"));
        Assert.Equal((16, 0), Place(code, "New2"));
    }

    // Of each one thing is otherwise: a pool cannot leave room, a convolution cannot skip channels, the smaller map is read later, is added (and a sum is no part
    // of a larger map either), is an output, is copied twice.
    [Theory]
    [InlineData(1, "First: MaxPool2d(Kernel = 1, Stride = 1)", New1, Join1, New2, Join2, Last)]
    [InlineData(1, First, New1, Join1, "New2: Conv2d(4, Kernel = 1)", Join2, Last)]
    [InlineData(1, First, New1, Join1, New2, Join2, "Later: From(nameof(Join1)), BatchNorm2d, ReLU, Conv2d(2, Kernel = 1, Weights = \"c4\")", "Sum: Concat(nameof(Later), nameof(Join2))", Last)]
    [InlineData(2, First, New1, Join1, "New2: BatchNorm2d, Conv2d(12, Kernel = 1, Weights = \"c5\"), Add(nameof(Join1))", Join2, Last)]
    [InlineData(1, First, New1, "Join1: Output, Concat(nameof(First), nameof(New1))", New2, Join2, Last)]
    [InlineData(2, First, New1, Join1, New2, "Join2: Concat(nameof(Join1), nameof(Join1))", "Sum: Concat(nameof(Join2), nameof(New2))", Last)]
    public void Others_are_copied(int copies, params string[] layers) => Assert.Equal(copies, Copies(Generated(layers)));

    [Fact]
    public void Where_every_layers_result_is_kept_each_map_is_its_own()
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", First, New1, Join1, New2, Join2, Last).Generated.Values);
        Assert.Equal(4, Copies(code[code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)..]));
    }

    private static int Copies(string code) => Regex.Count(code, "Concatenation\\.Forward<");

    // Channels a point and the first of a layer's, in the geometry that its convolution is called with.
    private static (int Step, int Start) Place(string code, string layer)
    {
        string geometry = Regex.Match(code, $@"Convolution\.Forward<({layer}Geometry\w*)>").Groups[1].Value;
        string constants = code[code.IndexOf($"struct {geometry} ", StringComparison.Ordinal)..];
        return (Value(constants, "OutputStep"), Value(constants, "OutputStart"));
    }

    private static int Value(string constants, string name) => int.Parse(Regex.Match(constants, name + @" => (\d+);").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    // Without the pass that keeps every layer's result.
    private static string Generated(params string[] layers)
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", layers).Generated.Values);
        int activations = code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal);
        return code[..activations] + code[code.IndexOf("file readonly struct ", StringComparison.Ordinal)..];
    }

    [GeneratedRegex("InputStep => 16;")]
    private static partial Regex InputStep();
}
