using System.Globalization;
using System.Runtime.InteropServices;

namespace AlexNetGen.Imaging.Tests;

public class PreprocessingTests
{
    public static TheoryData<string, uint, int, int, string> Cases()
    {
        var cases = new TheoryData<string, uint, int, int, string>();
        foreach (string[] row in Golden.Rows("preprocessing.tsv"))
        {
            cases.Add(row[0], uint.Parse(row[1], CultureInfo.InvariantCulture), Number(row[2]), Number(row[3]), row[4]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equals_torchvision_and_Caffes_arithmetic_bit_for_bit(string way, uint seed, int width, int height, string expected) =>
        Assert.Equal(expected, Golden.Digest(Apply(Ways.ByName(way), Golden.Noise(seed, width, height))));

    [Fact]
    public void Each_of_the_256_values_equals_torchvision_in_each_channel()
    {
        var grey = new byte[256];
        for (int i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)i;
        }

        Preprocessing unresized = Preprocessing.Torchvision with { Resize = ResizeTo.ShorterSide(16), CropHeight = 16, CropWidth = 16 };

        float[] actual = Apply(unresized, RgbImage.FromGrayscale(16, 16, grey));

        Assert.Equal(MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Golden.PathOf("every-value.f32"))), actual);
    }

    [Fact]
    public void Centre_crops_begin_where_torchvisions_do()
    {
        foreach (string[] row in Golden.Rows("centre-crops.tsv"))
        {
            int side = Number(row[0]);
            Preprocessing way = Preprocessing.Torchvision with { Resize = ResizeTo.ShorterSide(side), CropHeight = Number(row[1]), CropWidth = Number(row[2]) };

            float[] actual = Apply(way, Golden.Noise((uint)side, side, side));

            Assert.Equal(row[3], Golden.Digest(actual));
        }
    }

    [Theory]
    [InlineData(CropRounding.HalfDown, 256 - 225, 15)]      // (256 - 225) / 2 = 15.5
    [InlineData(CropRounding.HalfToEven, 256 - 225, 16)]
    [InlineData(CropRounding.HalfDown, 256 - 227, 14)]      // 14.5
    [InlineData(CropRounding.HalfToEven, 256 - 227, 14)]
    [InlineData(CropRounding.HalfDown, 0, 0)]
    [InlineData(CropRounding.HalfToEven, 0, 0)]
    public void An_odd_remainder_rounds_as_told(CropRounding rounding, int leftOver, int start)
    {
        var columns = new byte[256];
        for (int x = 0; x < columns.Length; x++)
        {
            columns[x] = (byte)x;
        }

        Preprocessing way = Preprocessing.Caffe with
        {
            Resize = ResizeTo.Exactly(256, 1),
            CropHeight = 1,
            CropWidth = 256 - leftOver,
            CropRounding = rounding,
            Mean = default,
        };

        Assert.Equal(start, Apply(way, RgbImage.FromGrayscale(256, 1, columns))[0]);
    }

    [Fact]
    public void The_shorter_side_rounds_as_torchvision_does()
    {
        foreach (string[] row in Golden.Rows("shorter-sides.tsv"))
        {
            (long width, long height) = ResizeTo.ShorterSide(Number(row[0])).SizeFor(Number(row[1]), Number(row[2]));

            Assert.Equal((row[3], row[4]), (width.ToString(CultureInfo.InvariantCulture), height.ToString(CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void Caffes_first_channel_is_blue_less_104()
    {
        float[] input = Apply(Preprocessing.Caffe, new RgbImage(1, 1, [10, 20, 250]));

        Assert.Equal(3 * 227 * 227, input.Length);
        Assert.Equal((250f - 104, 20f - 117, 10f - 123), (input[0], input[227 * 227], input[2 * 227 * 227]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((3 * 224 * 224) - 1)]
    [InlineData((3 * 224 * 224) + 1)]
    public void A_span_of_another_length_is_refused_and_both_lengths_named(int length)
    {
        var problem = Assert.Throws<ArgumentException>(() => Preprocessing.Torchvision.Apply(Golden.Noise(1, 2, 2), new float[length]));

        Assert.Contains("150528", problem.Message, StringComparison.Ordinal);
        Assert.Contains(length.ToString(CultureInfo.InvariantCulture), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crop_that_does_not_fit_is_refused()
    {
        Preprocessing way = Preprocessing.Torchvision with { Resize = ResizeTo.ShorterSide(223) };

        var problem = Assert.Throws<InvalidOperationException>(() => Apply(way, Golden.Noise(1, 223, 300)));

        Assert.Contains("224x224 does not fit the resized picture of 223x300", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 65_535)]
    [InlineData(65_535, 1)]
    public void A_picture_too_long_to_resize_is_refused(int width, int height)
    {
        var line = new RgbImage(width, height, new byte[3 * 65_535]);

        var problem = Assert.Throws<ArgumentException>(() => Apply(Preprocessing.Torchvision, line));

        Assert.Contains("16776960", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Preprocessing.Torchvision with { CropHeight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Preprocessing.Torchvision with { CropWidth = 16_385 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Preprocessing.Torchvision with { StandardDeviation = new(1, 0, 1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => Preprocessing.Torchvision with { StandardDeviation = new(1, 1, float.NaN) });
        Assert.Throws<ArgumentOutOfRangeException>(() => ResizeTo.ShorterSide(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResizeTo.Exactly(1, 0));
    }

    [Fact]
    public void Two_ways_of_the_same_settings_are_equal()
    {
        Assert.Equal(Preprocessing.Torchvision, Preprocessing.Torchvision with { Resize = ResizeTo.ShorterSide(256) });
        Assert.NotEqual(Preprocessing.Torchvision, Preprocessing.Torchvision with { Resize = ResizeTo.Exactly(256, 256) });
    }

    private static float[] Apply(Preprocessing way, RgbImage image)
    {
        var input = new float[way.Length];
        way.Apply(image, input);
        return input;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
