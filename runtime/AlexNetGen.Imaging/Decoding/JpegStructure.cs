using System.Buffers.Binary;
using System.Globalization;

namespace AlexNetGen.Imaging.Decoding;

/// <summary>
/// Checks a JPEG file from its start to its end marker: every segment is whole, every component is coded, and every scan
/// has the restart markers it announces. What is inside the entropy-coded data is the decoder's to read.
/// </summary>
internal ref struct JpegStructure
{
    /// <summary>The marker of a progressive frame, SOF2.</summary>
    public const byte ProgressiveFrame = 0xC2;

    /// <summary>Scans may each cover the whole picture in a few bytes; real files have about ten.</summary>
    private const int MaximumScans = 500;

    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte RestartInterval = 0xDD;

    private readonly ReadOnlySpan<byte> _file;
    private int _position;
    private JpegFrame? _frame;
    private int _restartInterval;
    private int _scans;
    private int _codedComponents;   // one bit each

    private JpegStructure(ReadOnlySpan<byte> file)
    {
        _file = file;
        _position = 2;              // after the start marker
    }

    /// <summary>Checks the file.</summary>
    /// <returns>Where the end marker ends.</returns>
    /// <exception cref="ImageFormatException">It is damaged, cut short, too large or of a kind that is not read.</exception>
    public static int Check(ReadOnlySpan<byte> file)
    {
        var structure = new JpegStructure(file);
        while (structure.ReadMarker() is var marker and not EndOfImage)
        {
            structure.ReadSegment(marker);
        }

        if (structure._frame is null || structure._codedComponents != (1 << structure._frame.Components) - 1)
        {
            throw ImageFile.Broken("JPEG", "a frame and a scan of each of its components before the end marker", "none");
        }

        return structure._position;
    }

    private byte ReadMarker()
    {
        int start = _position;
        if (start < _file.Length && _file[start] != 0xFF)
        {
            throw ImageFile.Broken("JPEG", string.Create(CultureInfo.InvariantCulture, $"a marker (FF) at byte {start}"), string.Create(CultureInfo.InvariantCulture, $"{_file[start]:X2}"));
        }

        while (_position < _file.Length && _file[_position] == 0xFF)
        {
            _position++;            // any number of FF may come before a marker
        }

        return _position < _file.Length
            ? _file[_position++]
            : throw ImageFile.Broken("JPEG", "an end marker (FFD9)", "the end of the file");
    }

    private void ReadSegment(byte marker)
    {
        if (marker is 0x00 or 0x01 or (>= 0xD0 and <= StartOfImage))
        {
            throw ImageFile.Broken("JPEG", string.Create(CultureInfo.InvariantCulture, $"a segment at byte {_position}"), string.Create(CultureInfo.InvariantCulture, $"marker FF{marker:X2}"));
        }

        ReadOnlySpan<byte> rest = _file[_position..];
        int length = rest.Length < 2 ? 2 : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length)
        {
            throw ImageFile.Broken("JPEG", string.Create(CultureInfo.InvariantCulture, $"the segment FF{marker:X2} of {length} bytes at byte {_position}"), string.Create(CultureInfo.InvariantCulture, $"{rest.Length}"));
        }

        ReadOnlySpan<byte> data = rest[2..length];
        _position += length;
        switch (marker)
        {
            case 0xC0 or 0xC1 or ProgressiveFrame:
                _frame = _frame is null ? JpegFrame.Parse(marker, data, _file.Length) : throw ImageFile.Broken("JPEG", "one frame", "another");
                break;
            case 0xC3 or (>= 0xC5 and <= 0xCF):
                throw ImageFile.Unsupported("JPEG", "baseline or progressive Huffman coding (FFC0 to FFC2)", string.Create(CultureInfo.InvariantCulture, $"FF{marker:X2}"));
            case RestartInterval:
                _restartInterval = data.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(data) : throw ImageFile.Broken("JPEG", "a restart interval of 2 bytes", string.Create(CultureInfo.InvariantCulture, $"{data.Length}"));
                break;
            case StartOfScan:
                ReadScan(data);
                break;
        }
    }

    private void ReadScan(ReadOnlySpan<byte> header)
    {
        if (_frame is null || header.Length < 6 || header[0] > _frame.Components || header.Length != 4 + (2 * header[0]) || ++_scans > MaximumScans)
        {
            throw ImageFile.Broken("JPEG", string.Create(CultureInfo.InvariantCulture, $"after the frame, scans of its components, and at most {MaximumScans}"), string.Create(CultureInfo.InvariantCulture, $"another at byte {_position}"));
        }

        Span<int> components = stackalloc int[header[0]];
        int scanned = 0;
        for (int i = 0; i < components.Length; i++)
        {
            components[i] = _frame.IndexOf(header[1 + (2 * i)]);
            scanned |= 1 << components[i];
        }

        // A progressive frame's components begin with a scan of their means (frequency 0, no bits before).
        ReadOnlySpan<byte> spectrum = header[^3..];
        if (!_frame.Progressive || (spectrum[0] == 0 && spectrum[2] >> 4 == 0))
        {
            _codedComponents |= scanned;
        }
        else if ((scanned & ~_codedComponents) != 0)
        {
            throw ImageFile.Broken("JPEG", "a component's means before its details", string.Create(CultureInfo.InvariantCulture, $"a scan of its details at byte {_position}"));
        }

        int units = _frame.UnitsInScan(components);
        int expected = _restartInterval == 0 ? 0 : (units - 1) / _restartInterval;
        int found = SkipEntropyCodedData();
        if (found != expected)
        {
            throw ImageFile.Broken("JPEG", string.Create(CultureInfo.InvariantCulture, $"{expected} restart markers in a scan"), string.Create(CultureInfo.InvariantCulture, $"{found}"));
        }
    }

    /// <summary>
    /// Goes to the next marker but restart markers, and counts those that have data behind them: some writers close the
    /// last interval, too.
    /// </summary>
    private int SkipEntropyCodedData()
    {
        int restarts = 0;
        while (true)
        {
            int next = _file[_position..].IndexOf((byte)0xFF);
            if (next < 0 || _position + next + 1 >= _file.Length)
            {
                throw ImageFile.Broken("JPEG", "an end marker (FFD9)", "the end of the file");
            }

            _position += next;
            byte following = _file[_position + 1];
            if (following is >= 0xD0 and <= 0xD7)
            {
                restarts += StartsWithMarker(_file[(_position + 2)..]) ? 0 : 1;
            }
            else if (following is not (0x00 or 0xFF))
            {
                return restarts;
            }

            _position += following == 0xFF ? 1 : 2;     // FF00 stands for FF; FFFF may begin a marker
        }
    }

    private static bool StartsWithMarker(ReadOnlySpan<byte> data) => data.Length >= 2 && data[0] == 0xFF && data[1] != 0x00;
}
