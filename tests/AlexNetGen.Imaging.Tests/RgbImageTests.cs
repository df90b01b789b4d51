using System.Globalization;

namespace AlexNetGen.Imaging.Tests;

public class RgbImageTests
{
    [Fact]
    public void Pixels_are_copied_in()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6];
        var image = new RgbImage(2, 1, pixels);
        pixels[0] = 99;

        Assert.Equal([1, 2, 3, 4, 5, 6], image.Pixels.ToArray());
    }

    [Fact]
    public void Pixels_of_another_length_are_refused_and_both_lengths_named()
    {
        var problem = Assert.Throws<ArgumentException>(() => new RgbImage(2, 3, new byte[17]));

        Assert.Contains("18", problem.Message, StringComparison.Ordinal);
        Assert.Contains("17", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(65_536, 1)]
    [InlineData(40_000, 40_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_size_that_may_not_be_is_refused(int width, int height)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RgbImage(width, height, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => RgbImage.FromGrayscale(width, height, []));
    }

    [Fact]
    public void A_crop_is_that_rectangle()
    {
        RgbImage image = Golden.Noise(5, 7, 6);

        RgbImage crop = image.Crop(2, 1, 3, 4);

        Assert.Equal((3, 4), (crop.Width, crop.Height));
        for (int y = 0; y < 4; y++)
        {
            Assert.Equal(image.Pixels.Slice(3 * ((7 * (y + 1)) + 2), 9), crop.Pixels.Slice(9 * y, 9));
        }
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, -1, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(5, 0, 3, 1)]
    [InlineData(0, 5, 1, 2)]
    [InlineData(1, 0, int.MaxValue, 1)]
    [InlineData(0, int.MaxValue, 1, int.MaxValue)]
    public void A_crop_over_an_edge_is_refused(int left, int top, int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden.Noise(5, 7, 6).Crop(left, top, width, height));

    [Fact]
    public void Grey_stays_what_it_was()
    {
        var grey = new byte[256];
        for (int i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)i;
        }

        var brightness = new float[256];
        RgbImage.FromGrayscale(32, 8, grey).GrayscaleTo(brightness);

        Assert.Equal(grey.Select(value => value / 255f), brightness);
    }

    [Fact]
    public void Brightness_of_another_length_is_refused_and_both_lengths_named()
    {
        var problem = Assert.Throws<ArgumentException>(() => Golden.Noise(1, 28, 28).GrayscaleTo(new float[783]));

        Assert.Contains(784.ToString(CultureInfo.InvariantCulture), problem.Message, StringComparison.Ordinal);
        Assert.Contains("783", problem.Message, StringComparison.Ordinal);
    }
}
