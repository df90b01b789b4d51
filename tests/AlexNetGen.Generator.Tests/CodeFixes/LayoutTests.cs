namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1001: lines, indentation, comments and line ends stay as they are.</summary>
public sealed class LayoutTests : FixTest
{
    [Theory]
    [InlineData(
        "Conv2d(\n        96,\n        Kernel = 11,\n        Stride = 4)",
        "Pad by 2",
        "Conv2d(\n        96,\n        Kernel = 11,\n        Stride = 4,\n        Padding = 2)")]
    [InlineData(
        "Conv2d(\n        96,\n        Kernel = 11, // as printed\n        Stride = 4 // pixels\n    )",
        "Pad 0 before",
        "Conv2d(\n        96,\n        Kernel = 11, // as printed\n        Stride = 4, // pixels\n        PaddingBottom = 3,\n        PaddingRight = 3\n    )")]
    [InlineData(
        "Conv2d(96, Kernel = 11,\n        Stride = 4, Groups = 1)",
        "Round down",
        "Conv2d(96, Kernel = 11,\n        Stride = 4, Groups = 1, Rounding = Rounding.Floor)")]
    [InlineData(
        "Conv2d(96, /* rows */ Kernel = 11 /* columns */, Stride = 4 /* pixels */)",
        "Pad by 2",
        "Conv2d(96, /* rows */ Kernel = 11 /* columns */, Stride = 4 /* pixels */, Padding = 2)")]
    [InlineData(
        "Conv2d(96, Kernel = 11, Stride = 4 // pixels\n    )",
        "Pad by 2",
        "Conv2d(96, Kernel = 11, Stride = 4, Padding = 2 // pixels\n    )")]
    [InlineData(
        "Conv2d(96, Kernel = 11, Padding = /* one */ 1 /* too few */, Stride = 4)",
        "Pad by 2",
        "Conv2d(96, Kernel = 11, Padding = /* one */ 2 /* too few */, Stride = 4)")]
    [InlineData(
        "Conv2d(\n        96,\n        PaddingTop = 1, // above\n        Kernel = 11,\n        // on one side\n        PaddingLeft = 1, // left\n        Stride = 4)",
        "Pad by 2",
        "Conv2d(\n        96,\n        Padding = 2, // above\n        Kernel = 11,\n        // on one side\n        Stride = 4)")]
    [InlineData(
        "Conv2d(\n        96,\n        PaddingTop = 1,\n        Kernel = 11,\n        Stride = 4, // pixels\n        PaddingLeft = 1)",
        "Pad by 2",
        "Conv2d(\n        96,\n        Padding = 2,\n        Kernel = 11,\n        Stride = 4 // pixels\n        )")]
    [InlineData(
        "Conv2d(\n        96,\n        PaddingTop = 1,\n        Kernel = 11,\n        Stride = 4,\n        PaddingLeft = 1\n    )",
        "Pad by 2",
        "Conv2d(\n        96,\n        Padding = 2,\n        Kernel = 11,\n        Stride = 4\n    )")]
    [InlineData(
        "Conv2d(96, Kernel = 11, PaddingTop = 1, /* columns */ PaddingLeft = 1, /* pixels */ Stride = 4)",
        "Pad by 2",
        "Conv2d(96, Kernel = 11, Padding = 2, /* pixels */ Stride = 4)")]
    public async Task Whatever_the_line_ends(string before, string title, string after)
    {
        Assert.Equal(Layer(after), await Fix(Layer(before), "ANG1001", title));
        Assert.Equal(WithCrLf(Layer(after)), await Fix(WithCrLf(Layer(before)), "ANG1001", title));
    }

    [Fact]
    public async Task No_fix_edits_around_a_directive()
    {
        string source = Layer("Conv2d(\n        96,\n        Kernel = 11,\n#if SMALL\n        Padding = 1,\n#endif\n        Stride = 4)");

        Fixed.Offer[] offers = await Fixed.Open(source).Offers("ANG1001");
        Assert.All(offers, offer => Assert.StartsWith("Make the network's input", offer.Title, StringComparison.Ordinal));
        Assert.Equal(2, offers.Length);
    }

    private static string WithCrLf(string source) => source.ReplaceLineEndings("\r\n");
}
