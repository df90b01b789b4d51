using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1001 on the first layer as printed in the paper: every way out of 224, kernel 11, stride 4, padding 0.</summary>
public sealed class PaperTests : FixTest
{
    private static readonly string Paper = Layer("Conv2d(96, Kernel = 11, Stride = 4), ReLU");

    [Fact]
    public async Task Seven_ways_out()
    {
        Fixed.Offer[] offers = await Fixed.Open(Paper).Offers("ANG1001");

        Assert.Equal(
            [
                "Make the network's input 223x223: 54",
                "Make the network's input 227x227: 55",
                "Pad 0 before and 3 after: 55 exactly, the same numbers as Ceil",
                "Pad 1 before and 2 after: 55 exactly",
                "Pad by 2: 55.25, floor 55, only padding dropped",
                "Round down with Rounding = Floor: 54, 1 row and 1 column never read",
                "Round up with Rounding = Ceil: 55, hanging 3 past the edge",
            ],
            offers.Select(offer => offer.Title).Order(StringComparer.Ordinal));
        Assert.Equal(7, offers.Select(offer => offer.Action.EquivalenceKey).Distinct().Count());
    }

    [Theory]
    [InlineData("Make the network's input 223x223", "[Network(3, 223, 223)]", null)]
    [InlineData("Make the network's input 227x227", "[Network(3, 227, 227)]", null)]
    [InlineData("Pad by 2", null, "[Conv2d(96, Kernel = 11, Stride = 4, Padding = 2), ReLU]")]
    [InlineData("Pad 0 before and 3 after", null, "[Conv2d(96, Kernel = 11, Stride = 4, PaddingBottom = 3, PaddingRight = 3), ReLU]")]
    [InlineData("Pad 1 before and 2 after", null, "[Conv2d(96, Kernel = 11, Stride = 4, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 1, PaddingRight = 2), ReLU]")]
    [InlineData("Round up", null, "[Conv2d(96, Kernel = 11, Stride = 4, Rounding = Rounding.Ceil), ReLU]")]
    [InlineData("Round down", null, "[Conv2d(96, Kernel = 11, Stride = 4, Rounding = Rounding.Floor), ReLU]")]
    public async Task Each_way_out(string title, string? network, string? layer)
    {
        string expected = Paper
            .Replace("[Network(3, 224, 224)]", network ?? "[Network(3, 224, 224)]", StringComparison.Ordinal)
            .Replace("[Conv2d(96, Kernel = 11, Stride = 4), ReLU]", layer ?? "[Conv2d(96, Kernel = 11, Stride = 4), ReLU]", StringComparison.Ordinal);

        Assert.Equal(expected, await Fix(Paper, "ANG1001", title));
    }
}
