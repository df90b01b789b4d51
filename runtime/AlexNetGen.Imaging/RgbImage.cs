using System.Globalization;
using AlexNetGen.Imaging.Decoding;
using AlexNetGen.Imaging.Resizing;

namespace AlexNetGen.Imaging;

/// <summary>A picture in memory: rows from the top, pixels from the left, 8 bits each of red, green and blue. Immutable.</summary>
public sealed class RgbImage
{
    /// <summary>
    /// The largest picture there may be, in pixels (64 Mi, so 192 MiB of red, green and blue). A file that declares more
    /// is refused before anything is allocated for it.
    /// </summary>
    public const int MaximumPixels = 64 * 1024 * 1024;

    /// <summary>The longest side there may be, in pixels: JPEG's limit.</summary>
    public const int MaximumSide = 65_535;

    /// <summary>The longest file that is read, in bytes (256 MiB).</summary>
    public const int MaximumFileLength = 256 * 1024 * 1024;

    private readonly byte[] _pixels;

    /// <summary>A picture of pixels that are at hand.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">Red, green, blue of each pixel, row by row: 3 x <paramref name="width"/> x <paramref name="height"/> bytes, which are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1 or more than <see cref="MaximumSide"/>, or there are more than <see cref="MaximumPixels"/> pixels.</exception>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> has another length.</exception>
    public RgbImage(int width, int height, ReadOnlySpan<byte> pixels)
        : this(width, height, CopyOf(pixels, 3, width, height, nameof(pixels)))
    {
    }

    /// <summary>Takes <paramref name="pixels"/> over; their length is the caller's promise.</summary>
    internal RgbImage(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Red, green, blue of each pixel, row by row: 3 x <see cref="Width"/> x <see cref="Height"/> bytes.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Reads a PNG or JPEG file, as <see cref="Decode"/> says.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ImageFormatException">The file is no picture that can be read; the message names the file.</exception>
    /// <exception cref="IOException">The file cannot be found or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static RgbImage Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        try
        {
            return Load(stream);
        }
        catch (ImageFormatException problem)
        {
            throw new ImageFormatException($"'{path}': {problem.Message}", problem);
        }
    }

    /// <summary>Reads a PNG or JPEG file from where a stream stands to its end, as <see cref="Decode"/> says.</summary>
    /// <param name="stream">The stream, which is left open and need not be seekable.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ImageFormatException">The stream holds no picture that can be read, or more than <see cref="MaximumFileLength"/> bytes.</exception>
    public static RgbImage Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ImageFile.Decode(ImageFile.ReadToEnd(stream));
    }

    /// <summary>
    /// Decodes a PNG or JPEG file. Grey becomes red = green = blue. Transparency is dropped, not blended, as Pillow's
    /// <c>convert("RGB")</c> does; colour profiles, gamma and the orientation that a camera noted (EXIF) are not applied,
    /// as Pillow does not.
    /// </summary>
    /// <remarks>
    /// PNG: every colour type of up to 8 bits a channel; every checksum is verified. JPEG: baseline and progressive
    /// Huffman-coded, 8 bits, grey or three channels; pixels may differ by a few steps from those of libjpeg, whose
    /// arithmetic the standard leaves open. JPEG has no checksum: damage that leaves the file's structure whole changes
    /// the picture and cannot be noticed. Not read: 16-bit PNG, CMYK, 12-bit, lossless and arithmetic-coded JPEG.
    /// </remarks>
    /// <param name="file">The whole file; what follows the picture's end marker is ignored.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ImageFormatException">The bytes are no picture that can be read.</exception>
    public static RgbImage Decode(ReadOnlySpan<byte> file) => ImageFile.Decode(file.ToArray());

    /// <summary>A grey picture: red, green and blue of a pixel are all its grey value.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">The grey values, 0 to 255, row by row: <paramref name="width"/> x <paramref name="height"/> bytes.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1 or more than <see cref="MaximumSide"/>, or there are more than <see cref="MaximumPixels"/> pixels.</exception>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> has another length.</exception>
    public static RgbImage FromGrayscale(int width, int height, ReadOnlySpan<byte> pixels)
    {
        CheckLength(pixels.Length, 1, width, height, nameof(pixels));
        var rgb = new byte[3 * pixels.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            rgb.AsSpan(3 * i, 3).Fill(pixels[i]);
        }

        return new RgbImage(width, height, rgb);
    }

    /// <summary>The picture in another size, equal to Pillow's <c>Image.resize</c> to the last bit.</summary>
    /// <param name="width">Pixels in a row of the result, at least 1.</param>
    /// <param name="height">Rows of the result, at least 1.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>A new picture, or this one if it has that size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A side is less than 1 or more than <see cref="MaximumSide"/>, the filter is none, or the result, or the half-way picture of this height and the result's
    /// width, has more than <see cref="MaximumPixels"/> pixels.
    /// </exception>
    public RgbImage Resize(int width, int height, ResizeFilter filter)
    {
        CheckSize(width, height);
        return Resampling.Resize(this, width, height, filter);
    }

    /// <summary>A rectangle cut out of the picture.</summary>
    /// <param name="left">The first column.</param>
    /// <param name="top">The first row.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <returns>A new picture of <paramref name="width"/> x <paramref name="height"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle is empty or reaches over an edge.</exception>
    public RgbImage Crop(int left, int top, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)left + width, Width, nameof(width));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)top + height, Height, nameof(height));

        var cropped = new byte[3 * width * height];
        for (int y = 0; y < height; y++)
        {
            Row(top + y).Slice(3 * left, 3 * width).CopyTo(cropped.AsSpan(3 * width * y));
        }

        return new RgbImage(width, height, cropped);
    }

    /// <summary>
    /// Writes the picture's brightness, 0 (black) to 1 (white): Pillow's <c>convert("L")</c>, which is
    /// (19595 R + 38470 G + 7471 B + 32768) / 65536 rounded down (ITU-R 601-2), divided by 255.
    /// </summary>
    /// <param name="destination">One value a pixel, row by row (1 x height x width): <see cref="Width"/> x <see cref="Height"/> floats.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    public void GrayscaleTo(Span<float> destination)
    {
        CheckLength(destination.Length, 1, Width, Height, nameof(destination));
        for (int i = 0; i < destination.Length; i++)
        {
            ReadOnlySpan<byte> pixel = _pixels.AsSpan(3 * i, 3);
            int brightness = ((19595 * pixel[0]) + (38470 * pixel[1]) + (7471 * pixel[2]) + 0x8000) >> 16;
            destination[i] = brightness / 255f;
        }
    }

    /// <summary>Row <paramref name="y"/>: 3 x <see cref="Width"/> bytes.</summary>
    internal ReadOnlySpan<byte> Row(int y) => _pixels.AsSpan(3 * Width * y, 3 * Width);

    private static byte[] CopyOf(ReadOnlySpan<byte> pixels, int channels, int width, int height, string parameter)
    {
        CheckLength(pixels.Length, channels, width, height, parameter);
        return pixels.ToArray();
    }

    private static void CheckLength(int length, int channels, int width, int height, string parameter)
    {
        CheckSize(width, height);
        int expected = channels * width * height;
        if (length != expected)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Expected {expected} values ({channels} x {height} x {width}); the span has {length}."),
                parameter);
        }
    }

    private static void CheckSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaximumSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaximumSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)width * height, MaximumPixels, nameof(width));
    }
}
