using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>How maps are divided into Winograd's tiles, and which of them have products at a point.</summary>
public class WinogradTilingTests
{
    // 13 = 5 + 4 + 4 rows, 9 = 5 + 4 columns; of two images. Whole rows beside short columns come first.
    [Fact]
    public void Short_tiles_follow_whole_ones()
    {
        WinogradTiling tiling = new(Sizes(13, 9, tile: 5, kernel: 3), images: 2);
        Assert.Equal(6, tiling.ImageTiles);
        (int Image, int Top, int Left, bool IsTall, bool IsWide)[] expected =
        [
            (0, 0, 5, true, false), (1, 0, 5, true, false),
            (0, 0, 0, true, true), (1, 0, 0, true, true),
            (0, 5, 0, false, true), (0, 9, 0, false, true), (1, 5, 0, false, true), (1, 9, 0, false, true),
            (0, 5, 5, false, false), (0, 9, 5, false, false), (1, 5, 5, false, false), (1, 9, 5, false, false),
        ];
        Assert.Equal(expected, Enumerable.Range(0, 12).Select(number => tiling[number]).Select(tile => (tile.Image, tile.Top, tile.Left, tile.IsTall, tile.IsWide)));

        // 7 x 7 points: all tiles at the finite ones, B and A at infinity in the row, A and C in the column, A in both.
        PointTiles points = tiling.AtPoints();
        Assert.Equal(12, points.Tiles);
        Assert.Equal((0, 12), points.At(0));
        Assert.Equal((0, 12), points.At(40));
        Assert.Equal((2, 8), points.At(6));
        Assert.Equal((0, 4), points.At(42));
        Assert.Equal((2, 4), points.At(48));
    }

    // Lengths that need no short tile, some, and nothing but short ones, the last of which hang over.
    [Theory]
    [InlineData(15, 10, 5, 3)]
    [InlineData(13, 14, 5, 3)]
    [InlineData(7, 6, 5, 3)]
    [InlineData(1, 2, 5, 3)]
    [InlineData(10, 9, 4, 5)]
    [InlineData(7, 5, 2, 3)]
    public void Tiles_cover_the_map_once_and_have_products_where_they_are_whole(int height, int width, int tile, int kernel)
    {
        const int Images = 2;
        WinogradTiling tiling = new(Sizes(height, width, tile, kernel), Images);
        PointTiles points = tiling.AtPoints();
        int[,,] covered = new int[Images, height, width];
        int side = tile + kernel - 1;
        for (int number = 0; number < points.Tiles; number++)
        {
            WinogradTile one = tiling[number];
            for (int y = one.Top; y < Math.Min(height, one.Top + (one.IsTall ? tile : tile - 1)); y++)
            {
                for (int x = one.Left; x < Math.Min(width, one.Left + (one.IsWide ? tile : tile - 1)); x++)
                {
                    covered[one.Image, y, x]++;
                }
            }

            for (int point = 0; point < side * side; point++)
            {
                bool hasValue = (one.IsTall || point / side < side - 1) && (one.IsWide || point % side < side - 1);
                (int first, int end) = points.At(point);
                Assert.Equal(hasValue, number >= first && number < end);
            }
        }

        Assert.All(covered.Cast<int>(), count => Assert.Equal(1, count));
    }

    [Fact]
    public void Strassens_tiles_have_values_at_all_points() => Assert.All(Enumerable.Range(0, 49), point => Assert.Equal((0, 25), new PointTiles { Tiles = 25 }.At(point)));

    private static ConvolutionSizes Sizes(int height, int width, int tile, int kernel) =>
        ConvolutionSizes.Of<Transformed<One, One, Three, Three, Three, Five, One>>(VectorWidth.Bits512) with
        {
            OutputHeight = height,
            OutputWidth = width,
            KernelHeight = kernel,
            KernelWidth = kernel,
            WinogradTile = tile,
        };
}
