using System.Globalization;

namespace AlexNetGen.Imaging;

/// <summary>
/// How a network wants its pictures: resized, cropped at the centre, and as floats by channel. The two ways of the field are
/// <see cref="Torchvision"/> and <see cref="Caffe"/>; others are a <c>with</c> away:
/// <code>
/// var squeezeNet = Preprocessing.Caffe with { Resize = ResizeTo.ShorterSide(256), CropRounding = CropRounding.HalfToEven };
/// squeezeNet.Apply(RgbImage.Load("cat.png"), input);
/// </code>
/// </summary>
public sealed record Preprocessing
{
    private const int Channels = 3;
    private const int MaximumCrop = 16_384;     // so that Length is an int

    /// <summary>
    /// torchvision's models that take 224x224 (<c>ImageClassification(crop_size=224)</c>): shorter side to 256, bilinear;
    /// centre crop; red, green, blue from 0 to 1, minus (0.485, 0.456, 0.406), over (0.229, 0.224, 0.225). Equal to
    /// <c>Resize</c>, <c>CenterCrop</c>, <c>ToTensor</c> and <c>Normalize</c> on a Pillow image, bit for bit.
    /// </summary>
    public static Preprocessing Torchvision { get; } = new()
    {
        Resize = ResizeTo.ShorterSide(256),
        Filter = ResizeFilter.Bilinear,
        CropHeight = 224,
        CropWidth = 224,
        CropRounding = CropRounding.HalfToEven,
        ChannelOrder = ChannelOrder.RedGreenBlue,
        Range = PixelRange.ZeroToOne,
        Mean = new(0.485f, 0.456f, 0.406f),
        StandardDeviation = new(0.229f, 0.224f, 0.225f),
    };

    /// <summary>
    /// Caffe's AlexNet, CaffeNet and SqueezeNet (227x227): to 256x256, losing the proportion; centre crop from (14, 14);
    /// blue, green, red from 0 to 255, minus (104, 117, 123). Caffe's tools resize by OpenCV, this by Pillow's bilinear
    /// filter, so pixels differ where a picture is not 256x256 to begin with.
    /// </summary>
    public static Preprocessing Caffe { get; } = new()
    {
        Resize = ResizeTo.Exactly(256, 256),
        Filter = ResizeFilter.Bilinear,
        CropHeight = 227,
        CropWidth = 227,
        CropRounding = CropRounding.HalfDown,
        ChannelOrder = ChannelOrder.BlueGreenRed,
        Range = PixelRange.ZeroTo255,
        Mean = new(104, 117, 123),
        StandardDeviation = new(1, 1, 1),
    };

    /// <summary>The size before cropping.</summary>
    public required ResizeTo Resize { get; init; }

    /// <summary>The filter that resizes.</summary>
    public ResizeFilter Filter { get; init; } = ResizeFilter.Bilinear;

    /// <summary>Rows of the network's input, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than 16,384.</exception>
    public required int CropHeight
    {
        get;
        init => field = value is >= 1 and <= MaximumCrop ? value : throw NotASide(nameof(CropHeight), value);
    }

    /// <summary>Columns of the network's input, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than 16,384.</exception>
    public required int CropWidth
    {
        get;
        init => field = value is >= 1 and <= MaximumCrop ? value : throw NotASide(nameof(CropWidth), value);
    }

    /// <summary>Where the crop begins when the centre lies between two pixels.</summary>
    public CropRounding CropRounding { get; init; } = CropRounding.HalfToEven;

    /// <summary>Which channel is which colour.</summary>
    public ChannelOrder ChannelOrder { get; init; } = ChannelOrder.RedGreenBlue;

    /// <summary>What 0 to 255 become first.</summary>
    public PixelRange Range { get; init; } = PixelRange.ZeroToOne;

    /// <summary>What is taken away from each channel, in the units of <see cref="Range"/>.</summary>
    public ChannelValues Mean { get; init; }

    /// <summary>What each channel is divided by after that, in the units of <see cref="Range"/>; 1 where nothing is to be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is 0 or not a number.</exception>
    public ChannelValues StandardDeviation
    {
        get;
        init => field = IsDivisor(value.First) && IsDivisor(value.Second) && IsDivisor(value.Third)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(StandardDeviation), value, "A channel cannot be divided by 0 or by what is not a number.");
    }
    = new(1, 1, 1);

    /// <summary>The floats that <see cref="Apply"/> writes: 3 x <see cref="CropHeight"/> x <see cref="CropWidth"/>.</summary>
    public int Length => Channels * CropHeight * CropWidth;

    /// <summary>Turns a picture into a network's input.</summary>
    /// <param name="image">The picture, of any size.</param>
    /// <param name="destination">
    /// The network's input: channel by channel, each row by row (3 x <see cref="CropHeight"/> x <see cref="CropWidth"/>);
    /// each value is (pixel in <see cref="Range"/> - <see cref="Mean"/>) / <see cref="StandardDeviation"/>, in single precision.
    /// </param>
    /// <exception cref="ArgumentException">
    /// <paramref name="destination"/> has another length than <see cref="Length"/>, or <paramref name="image"/> is so much
    /// longer than wide that resized it would have more pixels than there may be.
    /// </exception>
    /// <exception cref="InvalidOperationException">The resized picture is smaller than the crop.</exception>
    public void Apply(RgbImage image, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (destination.Length != Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Expected {Length} floats ({Channels} x {CropHeight} x {CropWidth}); the span has {destination.Length}."),
                nameof(destination));
        }

        WriteChannels(CropCenter(Resized(image)), destination);
    }

    private RgbImage Resized(RgbImage image)
    {
        (long width, long height) = Resize.SizeFor(image.Width, image.Height);
        if (Math.Max(width, height) > RgbImage.MaximumSide || Math.Max(height, image.Height) * width > RgbImage.MaximumPixels)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Resizing {image.Width}x{image.Height} ({Resize}) makes {width}x{height}: expected sides of at most {RgbImage.MaximumSide} and at most {RgbImage.MaximumPixels} pixels on the way. Crop the picture first."),
                nameof(image));
        }

        return image.Resize((int)width, (int)height, Filter);
    }

    private RgbImage CropCenter(RgbImage image)
    {
        if (CropWidth > image.Width || CropHeight > image.Height)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A crop of {CropWidth}x{CropHeight} does not fit the resized picture of {image.Width}x{image.Height}. Resize to more, or crop to less."));
        }

        return image.Crop(Start(image.Width - CropWidth), Start(image.Height - CropHeight), CropWidth, CropHeight);
    }

    private int Start(int leftOver) => CropRounding == CropRounding.HalfDown
        ? leftOver / 2
        : (int)Math.Round(leftOver / 2.0, MidpointRounding.ToEven);

    private void WriteChannels(RgbImage image, Span<float> destination)
    {
        Span<float> valueOf = stackalloc float[256];        // a channel has only 256 different values
        int channelLength = destination.Length / Channels;
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int value = 0; value < valueOf.Length; value++)
            {
                float inRange = Range == PixelRange.ZeroToOne ? value / 255f : value;
                valueOf[value] = (inRange - Mean[channel]) / StandardDeviation[channel];
            }

            int color = ChannelOrder == ChannelOrder.RedGreenBlue ? channel : Channels - 1 - channel;
            Span<float> target = destination.Slice(channel * channelLength, channelLength);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = valueOf[image.Pixels[(Channels * i) + color]];
            }
        }
    }

    private static bool IsDivisor(float value) => value != 0 && !float.IsNaN(value);

    private static ArgumentOutOfRangeException NotASide(string property, int value) =>
        new(property, value, string.Create(CultureInfo.InvariantCulture, $"Expected 1 to {MaximumCrop} pixels."));
}
