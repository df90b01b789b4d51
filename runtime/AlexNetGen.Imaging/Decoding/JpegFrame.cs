using System.Buffers.Binary;
using System.Globalization;

namespace AlexNetGen.Imaging.Decoding;

/// <summary>A JPEG file's start-of-frame segment (ITU-T T.81, B.2.2), checked: a size that may be and a kind that is read.</summary>
internal sealed class JpegFrame
{
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _ids;
    private readonly int[] _horizontal;
    private readonly int[] _vertical;

    private JpegFrame(bool progressive, int width, int height, int components)
    {
        Progressive = progressive;
        _width = width;
        _height = height;
        _ids = new byte[components];
        _horizontal = new int[components];
        _vertical = new int[components];
    }

    /// <summary>Whether the picture comes in several scans, coarse ones first.</summary>
    public bool Progressive { get; }

    /// <summary>1 (grey) or 3.</summary>
    public int Components => _ids.Length;

    /// <summary>Reads the segment's bytes after its length.</summary>
    /// <exception cref="ImageFormatException">They declare no frame, or none that is read, or more pixels than the file can hold.</exception>
    public static JpegFrame Parse(byte marker, ReadOnlySpan<byte> data, int fileLength)
    {
        if (data.Length < 6 || data.Length != 6 + (3 * data[5]))
        {
            throw ImageFile.Broken("JPEG", "a frame header of 6 bytes and 3 a component", string.Create(CultureInfo.InvariantCulture, $"{data.Length} bytes"));
        }

        int precision = data[0], components = data[5];
        int height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        if (precision != 8)
        {
            throw ImageFile.Unsupported("JPEG", "8 bits a channel", string.Create(CultureInfo.InvariantCulture, $"{precision}"));
        }

        if (components is not (1 or 3))
        {
            throw ImageFile.Unsupported("JPEG", "1 channel (grey) or 3", string.Create(CultureInfo.InvariantCulture, $"{components}{(components == 4 ? " (CMYK)" : "")}"));
        }

        ImageFile.CheckSize("JPEG", (uint)width, (uint)height);
        CheckPlausible(width, height, fileLength);

        var frame = new JpegFrame(marker == JpegStructure.ProgressiveFrame, width, height, components);
        for (int i = 0; i < components; i++)
        {
            ReadOnlySpan<byte> component = data.Slice(6 + (3 * i), 3);
            frame._ids[i] = component[0];
            frame._horizontal[i] = component[1] >> 4;
            frame._vertical[i] = component[1] & 15;
            if (frame._horizontal[i] is < 1 or > 4 || frame._vertical[i] is < 1 or > 4)
            {
                throw ImageFile.Broken("JPEG", "sampling factors of 1 to 4", string.Create(CultureInfo.InvariantCulture, $"{frame._horizontal[i]}x{frame._vertical[i]}"));
            }
        }

        return frame;
    }

    /// <summary>Which component has this identifier.</summary>
    /// <exception cref="ImageFormatException">None has.</exception>
    public int IndexOf(byte id)
    {
        int index = Array.IndexOf(_ids, id);
        return index >= 0
            ? index
            : throw ImageFile.Broken("JPEG", "a scan of the frame's components", string.Create(CultureInfo.InvariantCulture, $"component {id}"));
    }

    /// <summary>How many coded units (MCUs; blocks, if the scan has one component) a scan of these components consists of (A.2).</summary>
    public int UnitsInScan(ReadOnlySpan<int> components)
    {
        int horizontal = _horizontal.Max(), vertical = _vertical.Max();
        if (components.Length > 1)
        {
            return Ceiling(_width, 8 * horizontal) * Ceiling(_height, 8 * vertical);
        }

        int width = Ceiling(_width * _horizontal[components[0]], horizontal);
        int height = Ceiling(_height * _vertical[components[0]], vertical);
        return Ceiling(width, 8) * Ceiling(height, 8);
    }

    private static int Ceiling(int dividend, int divisor) => (dividend + divisor - 1) / divisor;

    /// <summary>
    /// Each block of 64 samples takes at least one bit, and the sparsest sampling there is (4x1 beside 1x4) has a sample
    /// every four pixels: a shorter file cannot hold the picture, so nothing is allocated for it.
    /// </summary>
    private static void CheckPlausible(int width, int height, int fileLength)
    {
        const int PixelsPerByte = 8 * 64 * 4;
        if ((long)width * height / PixelsPerByte > fileLength)
        {
            throw ImageFile.Broken(
                "JPEG",
                string.Create(CultureInfo.InvariantCulture, $"at least {(long)width * height / PixelsPerByte} bytes for {width}x{height} pixels"),
                string.Create(CultureInfo.InvariantCulture, $"{fileLength}"));
        }
    }
}
