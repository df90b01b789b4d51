using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace AlexNetGen.Imaging.Decoding;

/// <summary>Checks a PNG file from its signature to IEND: chunk order, lengths, checksums, and that the picture is all there.</summary>
internal static class PngStructure
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;       // length, type, checksum
    private const uint Header = 0x49484452;     // IHDR
    private const uint Data = 0x49444154;       // IDAT
    private const uint End = 0x49454E44;        // IEND

    /// <summary>Checks the file.</summary>
    /// <exception cref="ImageFormatException">It is damaged, cut short, too large or of a kind that is not read.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        PngHeader? header = null;
        using var compressed = new MemoryStream();
        for (int position = SignatureLength; ;)
        {
            ReadOnlySpan<byte> data = ReadChunk(file[position..], position, out uint type);
            position += ChunkOverhead + data.Length;
            if ((header is null) != (type == Header))
            {
                throw ImageFile.Broken("PNG", "one IHDR chunk, and it first", $"{Name(type)} {(header is null ? "first" : "again")}");
            }

            switch (type)
            {
                case Header:
                    header = PngHeader.Parse(data);
                    break;
                case Data:
                    compressed.Write(data);
                    break;
                case End:
                    CheckPictureData(compressed, header!.Value);
                    return;
            }
        }
    }

    private static ReadOnlySpan<byte> ReadChunk(ReadOnlySpan<byte> rest, int position, out uint type)
    {
        if (rest.Length < ChunkOverhead)
        {
            throw ImageFile.Broken("PNG", "a chunk, and IEND the last", string.Create(CultureInfo.InvariantCulture, $"{rest.Length} bytes at byte {position}"));
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        type = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
        if (length > rest.Length - ChunkOverhead)
        {
            throw ImageFile.Broken(
                "PNG",
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes in the chunk {Name(type)} at byte {position}"),
                string.Create(CultureInfo.InvariantCulture, $"{rest.Length - ChunkOverhead}"));
        }

        int dataLength = (int)length;
        uint stored = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + dataLength)..]);
        uint actual = Crc32.Of(rest.Slice(4, 4 + dataLength));
        return stored == actual
            ? rest.Slice(8, dataLength)
            : throw ImageFile.Broken(
                "PNG",
                string.Create(CultureInfo.InvariantCulture, $"checksum {stored:X8} of the chunk {Name(type)} at byte {position}"),
                string.Create(CultureInfo.InvariantCulture, $"{actual:X8}"));
    }

    /// <summary>Decompresses the picture to nowhere, so that neither a short nor an endless one reaches the decoder.</summary>
    private static void CheckPictureData(MemoryStream compressed, PngHeader header)
    {
        compressed.Position = 0;
        using var data = new ZLibStream(compressed, CompressionMode.Decompress);
        try
        {
            foreach ((int rows, int rowLength) in header.Passes())
            {
                CheckRows(data, rows, rowLength);
            }

            if (data.ReadByte() >= 0)
            {
                throw ImageFile.Broken("PNG", "the end of the picture data after the last row", "more");
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            throw ImageFile.Broken("PNG", "picture data that decompress (zlib)", "data that do not", problem);
        }
    }

    private static void CheckRows(ZLibStream data, int rows, int rowLength)
    {
        const int LastFilter = 4;       // Paeth
        var row = new byte[rowLength];
        for (int y = 0; y < rows; y++)
        {
            if (data.ReadAtLeast(row, rowLength, throwOnEndOfStream: false) < rowLength)
            {
                throw ImageFile.Broken("PNG", string.Create(CultureInfo.InvariantCulture, $"{rows} rows of {rowLength} bytes"), string.Create(CultureInfo.InvariantCulture, $"only {y} whole ones"));
            }

            if (row[0] > LastFilter)
            {
                throw ImageFile.Broken("PNG", string.Create(CultureInfo.InvariantCulture, $"a row filter of 0 to {LastFilter}"), string.Create(CultureInfo.InvariantCulture, $"{row[0]}"));
            }
        }
    }

    /// <summary>A chunk type's four letters, or its number where they are none.</summary>
    private static string Name(uint type)
    {
        Span<char> letters = stackalloc char[4];
        for (int i = 0; i < 4; i++)
        {
            letters[i] = (char)(byte)(type >> (24 - (8 * i)));
            if (!char.IsAsciiLetter(letters[i]))
            {
                return string.Create(CultureInfo.InvariantCulture, $"0x{type:X8}");
            }
        }

        return new string(letters);
    }
}
