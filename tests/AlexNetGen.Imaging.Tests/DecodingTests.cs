using System.Globalization;

namespace AlexNetGen.Imaging.Tests;

public class DecodingTests
{
    public static TheoryData<string, int, int, string> Cases(string extension)
    {
        var cases = new TheoryData<string, int, int, string>();
        foreach (string[] row in Golden.Rows("files.tsv").Where(row => row[0].EndsWith(extension, StringComparison.Ordinal)))
        {
            cases.Add(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), int.Parse(row[2], CultureInfo.InvariantCulture), row[3]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases), ".png")]
    public void Each_kind_of_PNG_equals_Pillows_RGB(string file, int width, int height, string expected)
    {
        RgbImage image = RgbImage.Decode(Golden.File(file));

        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(expected, Convert.ToHexStringLower(image.Pixels));
    }

    [Theory]
    [MemberData(nameof(Cases), ".jpg")]
    public void Each_kind_of_JPEG_is_close_to_Pillows_RGB(string file, int width, int height, string expected)
    {
        var pillows = new RgbImage(width, height, Convert.FromHexString(expected));

        Difference.AssertAtMost(largest: 3, mean: 0.1, pillows, RgbImage.Decode(Golden.File(file)));
    }

    [Theory]
    [InlineData("16-bit.png", "16")]
    [InlineData("cmyk.jpg", "CMYK")]
    [InlineData("other.bmp", "424D")]
    [InlineData("other.gif", "4749463837")]
    [InlineData("other.tiff", "49492A00")]
    public void Other_kinds_are_refused_and_named(string file, string found)
    {
        var problem = Assert.Throws<ImageFormatException>(() => RgbImage.Decode(Golden.File(file)));

        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
        Assert.Contains("xpected", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_the_end_marker_is_ignored()
    {
        foreach (string file in (string[])["rgb.png", "420.jpg", "progressive-420.jpg"])
        {
            byte[] bytes = Golden.File(file);

            Assert.Equal(RgbImage.Decode(bytes).Pixels, RgbImage.Decode([.. bytes, 0xFF, 0xD9, 1, 2, 3]).Pixels);
        }
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_left_open()
    {
        byte[] file = Golden.File("rgb.png");
        using var stream = new MemoryStream([1, 2, 3, .. file]);
        stream.Position = 3;

        Assert.Equal(RgbImage.Decode(file).Pixels, RgbImage.Load(stream).Pixels);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void A_broken_file_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(path, [1, 2, 3]);
        try
        {
            var problem = Assert.Throws<ImageFormatException>(() => RgbImage.Load(path));
            Assert.Contains(path, problem.Message, StringComparison.Ordinal);
            Assert.Contains("010203", problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_IO_matter() =>
        Assert.Throws<FileNotFoundException>(() => RgbImage.Load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
}
