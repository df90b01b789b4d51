namespace AlexNetGen.Imaging.Tests;

public class PhotoTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (string[] row in Golden.Rows("photos.tsv"))
        {
            cases.Add(row[0], row[1], row[2]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_PNG_photo_equals_Pillow_and_torchvision_bit_for_bit(string photo, string what, string expected)
    {
        RgbImage image = RgbImage.Load(Golden.PhotoPath(photo));

        Assert.Equal(expected, what switch
        {
            "Pixels" => Golden.Digest(image.Pixels),
            "Grayscale" => Golden.Digest(Grayscale(image)),
            "Bilinear199x301" => Golden.Digest(image.Resize(199, 301, ResizeFilter.Bilinear).Pixels),
            "Bicubic199x301" => Golden.Digest(image.Resize(199, 301, ResizeFilter.Bicubic).Pixels),
            _ => Golden.Digest(Input(Ways.ByName(what), image)),
        });
    }

    [Fact]
    public void A_JPEG_photo_is_close_to_libjpegs()
    {
        RgbImage rocket = RgbImage.Load(Golden.PhotoPath("rocket.jpg"));
        Assert.Equal((640, 427), (rocket.Width, rocket.Height));

        // Pixel by pixel at full size; after averaging, as a network sees it, closer.
        Difference.AssertAtMost(largest: 3, mean: 0.05, Load("rocket-280-100.png"), rocket.Crop(280, 100, 80, 80));
        Difference.AssertAtMost(largest: 3, mean: 0.05, Load("rocket-40-330.png"), rocket.Crop(40, 330, 80, 80));
        Difference.AssertAtMost(largest: 1, mean: 0.02, Load("rocket-160x107.png"), rocket.Resize(160, 107, ResizeFilter.Bilinear));
    }

    private static RgbImage Load(string golden) => RgbImage.Load(Golden.PathOf(golden));

    private static float[] Grayscale(RgbImage image)
    {
        var grey = new float[image.Width * image.Height];
        image.GrayscaleTo(grey);
        return grey;
    }

    private static float[] Input(Preprocessing way, RgbImage image)
    {
        var input = new float[way.Length];
        way.Apply(image, input);
        return input;
    }
}
