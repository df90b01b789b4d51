using System.Globalization;

namespace AlexNetGen.Imaging.Resizing;

/// <summary>
/// Pillow's resize (<c>ImagingResample</c>): a row at a time, then a column at a time, each pass rounded to 8 bits. A pass
/// that would change nothing is left out.
/// </summary>
internal static class Resampling
{
    private const int Half = 1 << (FilterTaps.FractionBits - 1);

    /// <summary>The picture in another size. The sizes are the caller's to check, but for the half-way picture's.</summary>
    public static RgbImage Resize(RgbImage image, int width, int height, ResizeFilter filter)
    {
        if ((long)width * image.Height > RgbImage.MaximumPixels)
        {
            throw new ArgumentOutOfRangeException(
                nameof(width),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Resizing {image.Width}x{image.Height} to {width}x{height} goes through {width}x{image.Height}, more than the {RgbImage.MaximumPixels} pixels there may be. Crop the picture first."));
        }

        FilterTaps columns = FilterTaps.Create(image.Width, width, filter);
        RgbImage halfWay = width == image.Width ? image : ResizeRows(image, width, columns);
        return height == image.Height ? halfWay : ResizeColumns(halfWay, height, FilterTaps.Create(image.Height, height, filter));
    }

    private static RgbImage ResizeRows(RgbImage image, int width, FilterTaps taps)
    {
        var result = new byte[3 * width * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            ReadOnlySpan<byte> source = image.Row(y);
            Span<byte> target = result.AsSpan(3 * width * y, 3 * width);
            for (int x = 0; x < width; x++)
            {
                int red = Half, green = Half, blue = Half;
                ReadOnlySpan<int> weights = taps.Weights(x);
                ReadOnlySpan<byte> pixels = source.Slice(3 * taps.First(x), 3 * weights.Length);
                for (int k = 0; k < weights.Length; k++)
                {
                    red += pixels[3 * k] * weights[k];
                    green += pixels[(3 * k) + 1] * weights[k];
                    blue += pixels[(3 * k) + 2] * weights[k];
                }

                target[3 * x] = ToByte(red);
                target[(3 * x) + 1] = ToByte(green);
                target[(3 * x) + 2] = ToByte(blue);
            }
        }

        return new RgbImage(width, image.Height, result);
    }

    private static RgbImage ResizeColumns(RgbImage image, int height, FilterTaps taps)
    {
        int rowLength = 3 * image.Width;
        var result = new byte[rowLength * height];
        var sums = new int[rowLength];
        for (int y = 0; y < height; y++)
        {
            Array.Fill(sums, Half);
            ReadOnlySpan<int> weights = taps.Weights(y);
            for (int k = 0; k < weights.Length; k++)
            {
                int weight = weights[k];
                ReadOnlySpan<byte> source = image.Row(taps.First(y) + k);
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += source[i] * weight;
                }
            }

            Span<byte> target = result.AsSpan(rowLength * y, rowLength);
            for (int i = 0; i < sums.Length; i++)
            {
                target[i] = ToByte(sums[i]);
            }
        }

        return new RgbImage(image.Width, height, result);
    }

    private static byte ToByte(int sum) => (byte)Math.Clamp(sum >> FilterTaps.FractionBits, 0, 255);
}
