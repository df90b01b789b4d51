using System.Numerics;
using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>32-bit floats to fewer bits, and back.</summary>
internal static class ElementNarrowing
{
    private const float LargestInt8 = 127;

    /// <summary>The bytes of one weight.</summary>
    public static int Bytes(StoredWeights stored) => stored switch
    {
        StoredWeights.BFloat16 => 2,
        StoredWeights.Int8 => 1,
        _ => 4,
    };

    /// <summary>Keeps the upper half of each float, rounded to the nearest, ties to even. NaN stays NaN.</summary>
    public static void ToBFloat16(ReadOnlySpan<float> source, Span<ushort> destination)
    {
        Vector<uint> one = Vector<uint>.One, half = new(0x7FFF), quiet = new(0x40);
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(source);
        Span<Vector<ushort>> narrow = MemoryMarshal.Cast<ushort, Vector<ushort>>(destination[..source.Length]);
        for (int i = 0; i < narrow.Length; i++)
        {
            narrow[i] = Vector.Narrow(Round(vectors[2 * i]), Round(vectors[(2 * i) + 1]));
        }

        for (int i = narrow.Length * Vector<ushort>.Count; i < source.Length; i++)
        {
            uint bits = BitConverter.SingleToUInt32Bits(source[i]);
            destination[i] = (ushort)(float.IsNaN(source[i]) ? (bits >> 16) | 0x40 : (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
        }

        Vector<uint> Round(Vector<float> x)
        {
            Vector<uint> bits = Vector.AsVectorUInt32(x), upper = bits >> 16;
            Vector<uint> rounded = (bits + half + (upper & one)) >> 16;
            return Vector.ConditionalSelect(Vector.AsVectorUInt32(Vector.Equals(x, x)), rounded, upper | quiet);
        }
    }

    /// <summary>Gives upper halves back as floats.</summary>
    public static void WidenBFloat16(ReadOnlySpan<ushort> source, Span<float> destination)
    {
        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = BitConverter.UInt32BitsToSingle((uint)source[i] << 16);
        }
    }

    /// <summary>Divides by the largest absolute value / 127 and rounds, ties to even.</summary>
    /// <returns>The divisor; NaN or infinity where a value is one, so that there is no result.</returns>
    public static float ToInt8(ReadOnlySpan<float> source, Span<sbyte> destination)
    {
        float largest = LargestMagnitude(source);
        float factor = LargestInt8 / largest;
        if (!float.IsFinite(factor) || largest == float.PositiveInfinity)
        {
            // All zero, or so close to it that the quotients are no numbers.
            destination[..source.Length].Clear();
            return float.IsFinite(largest) ? 0 : largest;
        }

        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(source);
        Span<Vector<sbyte>> narrow = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(destination[..source.Length]);
        for (int i = 0; i < narrow.Length; i++)
        {
            narrow[i] = Vector.Narrow(
                Vector.Narrow(Scaled(vectors[4 * i]), Scaled(vectors[(4 * i) + 1])),
                Vector.Narrow(Scaled(vectors[(4 * i) + 2]), Scaled(vectors[(4 * i) + 3])));
        }

        for (int i = narrow.Length * Vector<sbyte>.Count; i < source.Length; i++)
        {
            destination[i] = (sbyte)MathF.Round(source[i] * factor);
        }

        return largest / LargestInt8;

        Vector<int> Scaled(Vector<float> x) => Vector.ConvertToInt32(Vector.Round(x * factor));
    }

    private static float LargestMagnitude(ReadOnlySpan<float> source)
    {
        Vector<float> largest = Vector<float>.Zero;
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(source);
        foreach (Vector<float> vector in vectors)
        {
            largest = Vector.Max(largest, Vector.Abs(vector));
        }

        float result = 0;
        for (int i = 0; i < Vector<float>.Count; i++)
        {
            result = MathF.Max(result, largest[i]);
        }

        foreach (float value in source[(vectors.Length * Vector<float>.Count)..])
        {
            result = MathF.Max(result, MathF.Abs(value));
        }

        return result;
    }
}
