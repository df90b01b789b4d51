using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which convolutions over a column are computed as those over a row, in whose tiles neighbouring windows share what they read.</summary>
public sealed class ColumnsTests
{
    [Fact]
    public void A_column_is_computed_as_a_row()
    {
        string code = Code("8, 41, 1", "Conv: Conv2d(16, KernelHeight = 5, KernelWidth = 1, StrideHeight = 2, StrideWidth = 1, PaddingTop = 2, PaddingBottom = 1, DilationHeight = 1)");
        string[] constants =
        [
            "InputHeight => 1;", "InputWidth => 41;", "OutputHeight => 1;", "OutputWidth => 20;", "KernelHeight => 1;", "KernelWidth => 5;",
            "StrideHeight => 1;", "StrideWidth => 2;", "PaddingTop => 0;", "PaddingLeft => 2;", "ReachHeight => 1;", "ReachWidth => 43;",
        ];
        Assert.All(constants, constant => Assert.Contains(" " + constant, code, StringComparison.Ordinal));
        Assert.Contains("; the column as a row, which lies in memory as it does", code, StringComparison.Ordinal);
    }

    // Two columns; a kernel that reaches beside the only one, or zeros there; a single value.
    [Theory]
    [InlineData("8, 41, 2", "Conv: Conv2d(16, KernelHeight = 3, KernelWidth = 1)")]
    [InlineData("8, 41, 1", "Conv: Conv2d(16, Kernel = 3, Padding = 1)")]
    [InlineData("8, 41, 1", "Conv: Conv2d(16, KernelHeight = 3, KernelWidth = 1, PaddingWidth = 1)")]
    [InlineData("8, 1, 1", "Conv: Conv2d(16, Kernel = 1)")]
    public void Other_maps_stay_as_they_are(string input, string layer) => Assert.DoesNotContain("as a row", Code(input, layer), StringComparison.Ordinal);

    private static string Code(string input, params string[] layers) => string.Concat(Declared.Compile(input, layers).Generated.Values);
}
