using System.Buffers.Binary;
using System.IO.Compression;

namespace AlexNetGen.Imaging.Tests;

/// <summary>PNG files that no writer would write.</summary>
internal static class PngFile
{
    private const int SignatureLength = 8;

    /// <summary>An 8-bit grey PNG whose data decompress to <paramref name="rows"/>, whatever its size says.</summary>
    public static byte[] Create(uint width, uint height, byte[] rows)
    {
        using var data = new MemoryStream();
        using (var compressor = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressor.Write(rows);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return WithChecksums([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, [])]);
    }

    /// <summary>The file with the checksums of its chunks put right, as far as it has chunks.</summary>
    public static byte[] WithChecksums(byte[] file)
    {
        for (int position = SignatureLength; position + 12 <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position));
            if (length > file.Length - position - 12)
            {
                break;
            }

            Span<byte> covered = file.AsSpan(position + 4, (int)length + 4);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(position + 8 + (int)length), Crc(covered));
            position += 12 + (int)length;
        }

        return file;
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. type, .. data, 0, 0, 0, 0];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            }
        }

        return ~crc;
    }
}
