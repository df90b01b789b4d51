using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AlexNetGen.Imaging.Tests;

/// <summary>What Pillow and torchvision made: the files that Goldens/make_goldens.py writes, and the pictures it writes them about.</summary>
internal static class Golden
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Goldens", name);

    public static string PhotoPath(string name) => Path.Combine(AppContext.BaseDirectory, "Photos", name);

    public static byte[] File(string name) => System.IO.File.ReadAllBytes(PathOf(Path.Combine("Files", name)));

    /// <summary>A tab-separated file's rows.</summary>
    public static IEnumerable<string[]> Rows(string name) => System.IO.File.ReadLines(PathOf(name)).Select(line => line.Split('\t'));

    /// <summary>The script's <c>noise</c>.</summary>
    public static RgbImage Noise(uint seed, int width, int height) => new(width, height, NoiseBytes(seed, 3 * width * height));

    /// <summary>The script's <c>steps</c>.</summary>
    public static RgbImage Steps(uint seed, int width, int height) =>
        new(width, height, Array.ConvertAll(NoiseBytes(seed, 3 * width * height), value => value >= 128 ? byte.MaxValue : byte.MinValue));

    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The digest of single-precision values, little end first.</summary>
    public static string Digest(ReadOnlySpan<float> values) => Digest(MemoryMarshal.AsBytes(values));

    private static byte[] NoiseBytes(uint state, int length)
    {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            bytes[i] = (byte)(state >> 24);
        }

        return bytes;
    }
}
