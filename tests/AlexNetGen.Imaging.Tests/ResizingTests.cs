using System.Globalization;

namespace AlexNetGen.Imaging.Tests;

public class ResizingTests
{
    public static TheoryData<string, uint, int, int, int, int, ResizeFilter, string> Cases()
    {
        var cases = new TheoryData<string, uint, int, int, int, int, ResizeFilter, string>();
        foreach (string[] row in Golden.Rows("resizing.tsv"))
        {
            int[] n = [.. row[1..6].Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            cases.Add(row[0], (uint)n[0], n[1], n[2], n[3], n[4], Enum.Parse<ResizeFilter>(row[6]), row[7]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equals_Pillow_to_the_last_bit(string kind, uint seed, int width, int height, int toWidth, int toHeight, ResizeFilter filter, string expected)
    {
        RgbImage image = kind == "noise" ? Golden.Noise(seed, width, height) : Golden.Steps(seed, width, height);

        RgbImage resized = image.Resize(toWidth, toHeight, filter);

        Assert.Equal((toWidth, toHeight), (resized.Width, resized.Height));
        string actual = expected.StartsWith("sha256:", StringComparison.Ordinal)
            ? "sha256:" + Golden.Digest(resized.Pixels)
            : Convert.ToHexStringLower(resized.Pixels);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    [InlineData(65_536, 1)]
    [InlineData(1, 65_536)]
    [InlineData(65_535, 65_535)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_size_that_may_not_be_is_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden.Noise(1, 2, 2).Resize(width, height, ResizeFilter.Bilinear));

    [Fact]
    public void A_half_way_picture_that_is_too_large_is_refused()
    {
        var tall = new RgbImage(1, 65_535, new byte[3 * 65_535]);

        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => tall.Resize(65_535, 1, ResizeFilter.Bilinear));

        Assert.Contains("65535x65535", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden.Noise(1, 2, 2).Resize(3, 3, (ResizeFilter)7));
}
