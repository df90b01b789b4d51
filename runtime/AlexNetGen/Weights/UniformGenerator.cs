using System.Text;

namespace AlexNetGen;

/// <summary>
/// Uniform random numbers that are the same bits on every machine and in every language, for weights and inputs
/// of tests, samples and benchmarks. Not for secrets.
/// </summary>
/// <remarks>
/// A sequence is chosen by a name and a seed. With all arithmetic modulo 2^64, its state is the 64-bit FNV-1a hash
/// of the name's UTF-8 bytes, exclusive-or the seed (as an unsigned 32-bit number) times 0x9E3779B97F4A7C15. Value
/// i, from 0, is made from z = mix(state + (i + 1) * 0x9E3779B97F4A7C15), where mix is SplitMix64's (Steele, Lea
/// and Flood, 2014): z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9, z = (z ^ z >> 27) * 0x94D049BB133111EB, z ^ z >> 31.
/// Its upper 24 bits, minus 2^23, over 2^23 are exact in 32-bit floats and lie in [-1, 1); that times the bound,
/// rounded once, is the value.
/// </remarks>
public static class UniformGenerator
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private const int Half = 1 << 23;

    /// <summary>Fills a span with values uniform in [-bound, bound).</summary>
    /// <param name="name">The name of the sequence: a tensor's, or <c>"input"</c>.</param>
    /// <param name="seed">The seed; any number.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="destination">The values, row-major where they are a tensor's.</param>
    public static void Fill(string name, int seed, float bound, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong state = Hash(Encoding.UTF8.GetBytes(name)) ^ unchecked((uint)seed * GoldenRatio);
        for (int i = 0; i < destination.Length; i++)
        {
            state = unchecked(state + GoldenRatio);
            int upper = (int)(Mix(state) >> 40);
            destination[i] = (upper - Half) / (float)Half * bound;
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte value in bytes)
        {
            hash = unchecked((hash ^ value) * 0x100000001B3);
        }

        return hash;
    }

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
