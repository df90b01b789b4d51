using System.Buffers.Binary;
using System.Globalization;

namespace AlexNetGen.Imaging.Decoding;

/// <summary>A PNG file's IHDR chunk, checked: a size that may be and a kind that is read (8 bits a channel at most).</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, int Channels, bool Interlaced)
{
    /// <summary>Reads the chunk's 13 bytes.</summary>
    /// <exception cref="ImageFormatException">They declare no PNG, or none that is read.</exception>
    public static PngHeader Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
        {
            throw ImageFile.Broken("PNG", "a header of 13 bytes", string.Create(CultureInfo.InvariantCulture, $"{data.Length}"));
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        int bitDepth = data[8], colorType = data[9], compression = data[10], filter = data[11], interlace = data[12];
        ImageFile.CheckSize("PNG", width, height);

        (int channels, bool known) = (colorType, bitDepth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => (1, true),   // grey
            (2, 8 or 16) => (3, true),                  // red, green, blue
            (3, 1 or 2 or 4 or 8) => (1, true),         // palette
            (4, 8 or 16) => (2, true),                  // grey, alpha
            (6, 8 or 16) => (4, true),                  // red, green, blue, alpha
            _ => (0, false),
        };
        if (!known || compression != 0 || filter != 0 || interlace > 1)
        {
            throw ImageFile.Broken(
                "PNG",
                "a colour type, bit depth, compression, filter and interlace method of the PNG specification",
                string.Create(CultureInfo.InvariantCulture, $"{colorType}, {bitDepth}, {compression}, {filter} and {interlace}"));
        }

        if (bitDepth == 16)
        {
            throw ImageFile.Unsupported("PNG", "at most 8 bits a channel", "16");
        }

        return new PngHeader((int)width, (int)height, bitDepth, channels, interlace == 1);
    }

    /// <summary>
    /// What the picture's data decompress to: for each pass, so many rows of so many bytes (a filter byte, then packed
    /// pixels). One pass, or the seven of Adam7, each of which starts somewhere in an 8x8 block and goes on in steps.
    /// </summary>
    public (int Rows, int RowLength)[] Passes() => !Interlaced
        ? [Pass(0, 1, 0, 1)]
        :
        [
            Pass(0, 8, 0, 8), Pass(4, 8, 0, 8), Pass(0, 4, 4, 8), Pass(2, 4, 0, 4),
            Pass(0, 2, 2, 4), Pass(1, 2, 0, 2), Pass(0, 1, 1, 2),
        ];

    private (int Rows, int RowLength) Pass(int left, int stepRight, int top, int stepDown)
    {
        int width = (Width - left + stepRight - 1) / stepRight;
        int rows = (Height - top + stepDown - 1) / stepDown;
        return width == 0 ? (0, 0) : (rows, 1 + (((width * Channels * BitDepth) + 7) / 8));
    }
}
