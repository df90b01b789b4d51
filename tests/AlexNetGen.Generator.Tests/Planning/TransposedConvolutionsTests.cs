using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>How transposed convolutions are computed, and what is computed inside them.</summary>
public sealed class TransposedConvolutionsTests
{
    // A row of 16 x 64 outputs by 4 x 4 taps has 16,384 products, of which 2^17 are eight; a row of the output takes from (4 - 1) / 2 + 1 = 2.
    // 64 x 64 x 2 x 2 as well, and a row takes from one. 13 x 256 x 9 = 29,952, of which four are no divisor of 13, and one is 13 pixels: all.
    // 4 x 256 x 16 = 16,384 of four. 100 x 64 x 25 = 160,000 > 2^17: one, of 100 pixels; a row takes from five. 40 x 8 x 9 x 30 < 2^17: all.
    // 20 x 16 x 9 = 2880: 45 at most, 30 of 60 rows; a row takes from 3 * 2 / 1 + 1 = 7: 30 more.
    [Theory]
    [InlineData(128, 16, 16, 64, 1, 4, 2, 1, 8, 16, 262_144)]
    [InlineData(128, 64, 64, 64, 1, 2, 2, 1, 8, 8, 131_072)]
    [InlineData(512, 13, 13, 256, 1, 3, 2, 1, 13, 13, 389_376)]
    [InlineData(512, 4, 4, 256, 1, 4, 2, 1, 4, 4, 65_536)]
    [InlineData(64, 100, 100, 64, 1, 5, 1, 1, 1, 5, 800_000)]
    [InlineData(8, 30, 40, 8, 1, 3, 1, 3, 30, 30, 86_400)]
    [InlineData(8, 60, 20, 16, 1, 3, 1, 3, 30, 60, 172_800)]
    [InlineData(32, 28, 28, 32, 32, 4, 2, 1, 28, 0, 0)]
    [InlineData(32, 16, 16, 32, 16, 4, 2, 1, 16, 16, 131_072)]
    public void Some_rows_are_multiplied_at_once(int inputs, int height, int width, int outputs, int groups, int kernel, int stride, int dilation, int atOnce, int kept, long length)
    {
        TransposedAxis axis = new(kernel, stride, Padding: 0, Added: 0, dilation);
        Assert.Equal(new TransposedRoom(atOnce, kept, length), TransposedRoom.For(new Shape(inputs, height, width), outputs, groups, axis, axis));
    }

    [Fact]
    public void The_plan_says_so()
    {
        Assert.Contains("// Up, ConvTranspose2d: a matrix product, and sums; 6 rows of the input at a time by all taps; each output adds up what falls on it", Code("Up: ConvTranspose2d(3, Kernel = 2, Stride = 2)"), StringComparison.Ordinal);
        Assert.Contains("// Up, ConvTranspose2d: depthwise; one kernel a channel: vectors across channels", Code("Up: ConvTranspose2d(4, Kernel = 2, Stride = 2, Groups = 4)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Up: ConvTranspose2d(8, Kernel = 2, Stride = 2), BatchNorm2d(Weights = \"n\"), Tanh")]
    [InlineData("Up: ConvTranspose2d(8, Kernel = 2, Stride = 2)", "Norm: BatchNorm2d, Tanh")]
    public void What_follows_is_computed_inside(params string[] layers)
    {
        string code = Code(layers), forward = Before(code);
        Assert.DoesNotContain("BatchNormalization.Forward<", forward, StringComparison.Ordinal);
        Assert.DoesNotContain("HyperbolicTangent.Forward", forward, StringComparison.Ordinal);
        Assert.Contains("normalization: weights.", forward, StringComparison.Ordinal);
        Assert.Contains("Activation.Tanh;", code, StringComparison.Ordinal);
    }

    [Fact]
    public void It_writes_into_a_joined_map()
    {
        string code = Code("Wide: Conv2d(8, Kernel = 1)", "Up: From(Network.Input), ConvTranspose2d(5, Kernel = 1)", "Joined: Concat(nameof(Wide), nameof(Up)), Flatten, Linear(2)");
        Assert.DoesNotContain("Concatenation.", Before(code), StringComparison.Ordinal);
        string geometry = code[code.IndexOf("struct UpGeometryJoined ", StringComparison.Ordinal)..];
        geometry = geometry[..geometry.IndexOf('}', StringComparison.Ordinal)];
        Assert.Contains("int OutputStep => 13;", geometry, StringComparison.Ordinal);
        Assert.Contains("int OutputStart => 8;", geometry, StringComparison.Ordinal);
    }

    private static string Code(params string[] layers) => string.Concat(Declared.Compile("4, 6, 6", layers).Generated.Values);

    // All but the forward pass that keeps each layer's result.
    private static string Before(string code) => code[..code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)];
}
