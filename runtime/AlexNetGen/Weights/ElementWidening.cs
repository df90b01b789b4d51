using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>Little-endian elements to 32-bit floats and back. Every value is kept exactly.</summary>
internal static class ElementWidening
{
    /// <summary>Widens <c>destination.Length</c> elements of an accepted type.</summary>
    public static void Widen(ElementType type, ReadOnlySpan<byte> source, Span<float> destination)
    {
        if (type == ElementType.F32)
        {
            source.CopyTo(MemoryMarshal.AsBytes(destination));
            ToLittleEndian(destination);
        }
        else if (type == ElementType.F16)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(source.Slice(2 * i, 2));
            }
        }
        else
        {
            for (int i = 0; i < destination.Length; i++)
            {
                uint bits = BinaryPrimitives.ReadUInt16LittleEndian(source.Slice(2 * i, 2));
                destination[i] = BitConverter.UInt32BitsToSingle(bits << 16);
            }
        }
    }

    /// <summary>Turns floats between the machine's byte order and the file's, in place.</summary>
    public static void ToLittleEndian(Span<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Span<uint> bits = MemoryMarshal.Cast<float, uint>(values);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }
}
