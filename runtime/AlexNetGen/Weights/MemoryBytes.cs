namespace AlexNetGen.Weights;

/// <summary>Bytes in memory, in segments, so that they can arrive bit by bit and be more than one array holds.</summary>
internal sealed class MemoryBytes : WeightsBytes
{
    private const int StreamSegment = 1 << 20;

    private readonly List<byte[]> _segments;
    private readonly int _segmentLength;

    private MemoryBytes(List<byte[]> segments, int segmentLength)
    {
        _segments = segments;
        _segmentLength = segmentLength;
    }

    /// <summary>Copies bytes.</summary>
    public static MemoryBytes Copy(ReadOnlySpan<byte> bytes) => new([bytes.ToArray()], Math.Max(bytes.Length, 1));

    /// <summary>
    /// Reads a stream to its end, which must come after <paramref name="length"/> bytes. Memory is taken as
    /// bytes arrive.
    /// </summary>
    /// <exception cref="WeightsException">The stream ends earlier or later.</exception>
    public static MemoryBytes Read(Stream stream, long length, WeightsOrigin origin)
    {
        List<byte[]> segments = [];
        long total = 0;
        while (total < length)
        {
            byte[] segment = new byte[Math.Min(StreamSegment, length - total)];
            int read = stream.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false);
            total += read;
            if (read < segment.Length)
            {
                throw origin.EndsEarly(length, total);
            }

            segments.Add(segment);
        }

        return stream.ReadByte() < 0 ? new MemoryBytes(segments, StreamSegment) : throw SafetensorsLayout.TooLong(length, origin);
    }

    public override void Read(long position, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            ReadOnlySpan<byte> segment = _segments[(int)(position / _segmentLength)].AsSpan((int)(position % _segmentLength));
            segment = segment[..Math.Min(segment.Length, destination.Length)];
            segment.CopyTo(destination);
            destination = destination[segment.Length..];
            position += segment.Length;
        }
    }

    public override void Dispose() => _segments.Clear();
}
