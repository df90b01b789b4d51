using System.Buffers.Binary;
using static System.FormattableString;

namespace AlexNetGen.Weights;

/// <summary>
/// How a safetensors file is laid out: eight bytes with the length of the header, little-endian; the header; the
/// data of the tensors, one directly after the other, to the end.
/// </summary>
internal static class SafetensorsLayout
{
    /// <summary>The bytes before the header.</summary>
    public const int PrefixLength = 8;

    /// <summary>The longest header the format allows.</summary>
    public const int LongestHeader = 100_000_000;

    /// <summary>The length of the header, from the first bytes of the file.</summary>
    /// <param name="prefix">Eight bytes, or fewer where there are no more.</param>
    /// <param name="origin">Named in errors.</param>
    /// <exception cref="WeightsException">There are fewer than eight bytes, or the length is not a header's.</exception>
    public static int ReadHeaderLength(ReadOnlySpan<byte> prefix, WeightsOrigin origin)
    {
        if (prefix.Length < PrefixLength)
        {
            throw origin.NotSafetensors(Invariant(
                $"the format begins with 8 bytes that hold the length of the header, and there are {prefix.Length} bytes in all."));
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LongestHeader)
        {
            throw origin.NotSafetensors(
                Invariant($"its first 8 bytes give its header a length of {length} bytes, and the longest allowed is {LongestHeader}")
                + (PackedFile.IsPacked(prefix) ? "; it begins as a file of SavePacked's does, which must be loaded by its path."
                    : prefix.StartsWith("PK"u8) ? "; it begins as a zip archive does, such as a .pth file of PyTorch's or an .npz of NumPy's." : "."));
        }

        return (int)length;
    }

    /// <summary>The header is longer than what follows the first eight bytes.</summary>
    public static WeightsException HeaderEndsEarly(long length, long found, WeightsOrigin origin) =>
        origin.NotSafetensors(Invariant(
            $"its first 8 bytes give its header a length of {length} bytes, and {found} bytes follow; it is cut off."));

    /// <summary>Checks that the tensors fill one range from 0 without gap or overlap, each as long as its shape says.</summary>
    /// <returns>The length of the range: of all the data.</returns>
    /// <exception cref="WeightsException">They do not.</exception>
    public static long MeasureData(IEnumerable<FileTensor> tensors, WeightsOrigin origin)
    {
        long position = 0;
        foreach (FileTensor tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            string subject = $"tensor {TensorName.Quote(tensor.Name)}";
            if (tensor.End < tensor.Begin)
            {
                throw origin.NotSafetensors(Invariant(
                    $"the data of {subject} ends at byte {tensor.End}, before it begins at byte {tensor.Begin}."));
            }

            if (tensor.Begin != position)
            {
                throw origin.NotSafetensors(Invariant(
                    $"the data of {subject} begins at byte {tensor.Begin}, and the tensors before it end at byte {position}: ")
                    + (tensor.Begin < position ? "they overlap." : "there is a gap."));
            }

            if (tensor.End - tensor.Begin != DataLength(tensor))
            {
                throw origin.NotSafetensors(Invariant(
                    $"{subject} has {tensor.End - tensor.Begin} bytes of data, which is not what its shape {tensor.ShapeText} of {tensor.Type} elements takes ({DescribeLength(tensor)})."));
            }

            position = tensor.End;
        }

        return position;
    }

    /// <summary>Checks the length of the data section.</summary>
    /// <exception cref="WeightsException">The data is shorter or longer than its tensors.</exception>
    public static void CheckDataLength(long expected, long found, WeightsOrigin origin)
    {
        if (found < expected)
        {
            throw origin.EndsEarly(expected, found);
        }

        if (found > expected)
        {
            throw TooLong(expected, origin);
        }
    }

    /// <summary>There are bytes after the last tensor.</summary>
    public static WeightsException TooLong(long expected, WeightsOrigin origin) => origin.NotSafetensors(Invariant(
        $"its tensors end at byte {expected} of the data, and more bytes follow, which the format does not allow."));

    private static string DescribeLength(FileTensor tensor) => DataLength(tensor) is { } length
        ? Invariant($"{length} bytes")
        : "no whole number of bytes below 2^63";

    /// <summary>The bytes the elements take; <see langword="null"/> where that overflows or is not whole.</summary>
    private static long? DataLength(FileTensor tensor)
    {
        Int128 length = 1;
        foreach (long dimension in tensor.Shape)
        {
            length *= dimension;
            if (length > long.MaxValue)
            {
                return null;
            }
        }

        length *= tensor.Type.Bits;
        return length % 8 == 0 && length / 8 <= long.MaxValue ? (long)(length / 8) : null;
    }
}
