namespace AlexNetGen.Weights;

/// <summary>Bytes that stay in their file until they are asked for.</summary>
/// <param name="file">The open file; owned.</param>
/// <param name="start">Where the data begins.</param>
/// <param name="origin">Named in errors.</param>
internal sealed class FileBytes(FileStream file, long start, WeightsOrigin origin) : WeightsBytes
{
    public override void Read(long position, Span<byte> destination)
    {
        int read = Fill(file, start + position, destination);
        if (read < destination.Length)
        {
            throw origin.NotSafetensors(FormattableString.Invariant(
                $"it has become shorter since it was opened; it ends at byte {start + position + read}."));
        }
    }

    public override void Dispose() => file.Dispose();

    /// <summary>Reads until the span is full or the file ends.</summary>
    /// <returns>The number of bytes read.</returns>
    public static int Fill(FileStream file, long offset, Span<byte> destination)
    {
        int total = 0;
        while (total < destination.Length)
        {
            int read = RandomAccess.Read(file.SafeFileHandle, destination[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }
}
