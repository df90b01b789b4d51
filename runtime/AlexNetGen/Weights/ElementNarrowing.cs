using System.Numerics;
using System.Runtime.CompilerServices;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToBFloat16(ReadOnlySpan<float> source, Span<ushort> destination)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(source);
        Span<Vector<ushort>> narrow = MemoryMarshal.Cast<ushort, Vector<ushort>>(destination[..source.Length]);
        for (int i = 0; i < narrow.Length; i++)
        {
            narrow[i] = Vector.Narrow(UpperHalves(vectors[2 * i]), UpperHalves(vectors[(2 * i) + 1]));
        }

        for (int i = narrow.Length * Vector<ushort>.Count; i < source.Length; i++)
        {
            uint bits = BitConverter.SingleToUInt32Bits(source[i]);
            destination[i] = (ushort)(float.IsNaN(source[i]) ? (bits >> 16) | 0x40 : (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
                Vector.Narrow(Scaled(vectors[4 * i], factor), Scaled(vectors[(4 * i) + 1], factor)),
                Vector.Narrow(Scaled(vectors[(4 * i) + 2], factor), Scaled(vectors[(4 * i) + 3], factor)));
        }

        for (int i = narrow.Length * Vector<sbyte>.Count; i < source.Length; i++)
        {
            destination[i] = (sbyte)MathF.Round(source[i] * factor);
        }

        return largest / LargestInt8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> UpperHalves(Vector<float> x)
    {
        Vector<uint> bits = Vector.AsVectorUInt32(x), upper = bits >> 16;
        Vector<uint> rounded = (bits + new Vector<uint>(0x7FFF) + (upper & Vector<uint>.One)) >> 16;
        return Vector.ConditionalSelect(Vector.AsVectorUInt32(Vector.Equals(x, x)), rounded, upper | new Vector<uint>(0x40));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Scaled(Vector<float> x, float factor) => Vector.ConvertToInt32(Vector.Round(x * factor));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
