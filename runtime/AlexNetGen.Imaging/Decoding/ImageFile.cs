using System.Globalization;
using StbImageSharp;

namespace AlexNetGen.Imaging.Decoding;

/// <summary>
/// A file's bytes to pixels. The structure of the file is checked first, in managed code, because the decoder
/// (StbImageSharp) trusts a file's declared size, reads a truncated file as if it went on with zeros, and ignores checksums.
/// </summary>
internal static class ImageFile
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    /// <summary>The picture in a file.</summary>
    /// <exception cref="ImageFormatException">There is none that can be read.</exception>
    public static RgbImage Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith(PngSignature))
        {
            PngStructure.Check(file);
            return Decode(file, out _);
        }

        if (file.AsSpan().StartsWith(JpegSignature))
        {
            int end = JpegStructure.Check(file);
            RgbImage image = Decode(file, out long stoppedAt);
            return stoppedAt == end
                ? image
                : throw Broken("JPEG", string.Create(CultureInfo.InvariantCulture, $"the decoder to reach the end marker at byte {end}"), string.Create(CultureInfo.InvariantCulture, $"that it gave up at byte {stoppedAt}"));
        }

        throw new ImageFormatException(
            $"Expected a PNG or JPEG file (first bytes {Convert.ToHexString(PngSignature)} or {Convert.ToHexString(JpegSignature)}), "
            + $"found {(file.Length == 0 ? "no bytes" : "first bytes " + Convert.ToHexString(file.AsSpan(0, Math.Min(file.Length, 8))))}. Convert the picture to PNG or JPEG.");
    }

    /// <summary>What is left of a stream.</summary>
    /// <exception cref="ImageFormatException">It is more than <see cref="RgbImage.MaximumFileLength"/> bytes.</exception>
    public static byte[] ReadToEnd(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is var read and > 0)
        {
            if (bytes.Length + read > RgbImage.MaximumFileLength)
            {
                throw new ImageFormatException(
                    string.Create(CultureInfo.InvariantCulture, $"Expected a file of at most {RgbImage.MaximumFileLength} bytes, found more. Store the picture smaller."));
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>A damaged or truncated file: what was expected, what was found.</summary>
    public static ImageFormatException Broken(string format, string expected, string found, Exception? cause = null) =>
        new($"The {format} file is damaged or cut short: expected {expected}, found {found}. Get the file again, or save the picture anew.", cause!);

    /// <summary>A file of a kind that is not read.</summary>
    public static ImageFormatException Unsupported(string format, string expected, string found) =>
        new($"The {format} file is of a kind that is not supported: expected {expected}, found {found}. Save the picture as an 8-bit RGB PNG.");

    /// <summary>Refuses a size of none or of too many pixels, before anything is allocated for it.</summary>
    public static void CheckSize(string format, uint width, uint height)
    {
        if (width == 0 || height == 0)
        {
            throw Broken(format, "a width and a height of at least 1", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"));
        }

        if (width > RgbImage.MaximumSide || height > RgbImage.MaximumSide || (ulong)width * height > RgbImage.MaximumPixels)
        {
            throw new ImageFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {format} file declares {width}x{height} pixels: expected sides of at most {RgbImage.MaximumSide} and at most {RgbImage.MaximumPixels} pixels in all. Make the picture smaller."));
        }
    }

    private static RgbImage Decode(byte[] file, out long stoppedAt)
    {
        string format = file[0] == PngSignature[0] ? "PNG" : "JPEG";
        using var stream = new BoundedStream(file);
        ImageResult decoded;
        try
        {
            decoded = ImageResult.FromStream(stream, ColorComponents.RedGreenBlue);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw Broken(format, "a picture that decodes", $"\"{problem.Message}\"", problem);
        }

        if (stream.WasReadPastItsEnd)
        {
            throw Broken(format, "more bytes", "the end of the file");
        }

        stoppedAt = stream.Position;
        return new RgbImage(decoded.Width, decoded.Height, decoded.Data);
    }
}
