using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AlexNetGen;

namespace AlexNetGen.Tests;

/// <summary>
/// Compares a network with what PyTorch computed for it in float64. The scripts of <c>tests/goldens</c> make the
/// same weights and inputs (<c>uniform.py</c>), so a golden is an output alone, under its network's name.
/// </summary>
internal static class Golden
{
    private const int WeightSeed = 1;
    private const int InputSeed = 7;

    private static readonly Lazy<Dictionary<string, float[]>> Outputs = new(() =>
        new(Read("operations.safetensors").Concat(Read("networks.safetensors")).Concat(Read("graphs.safetensors"))));

    /// <summary>Fails where the largest error exceeds <paramref name="tolerance"/> times the largest output.</summary>
    public static void Check<TNetwork>(double tolerance = 1e-5)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] want = Outputs.Value[typeof(TNetwork).Name];
        Assert.Equal(want.Length, TNetwork.OutputLength);

        float[] got = new float[TNetwork.OutputLength];
        using TNetwork network = TNetwork.WithRandomWeights(WeightSeed);
        network.Forward(Uniform("input", InputSeed, TNetwork.InputLength), got);

        int worst = 0;
        double worstError = -1;
        for (int i = 0; i < want.Length; i++)
        {
            double error = float.IsNaN(got[i]) ? double.PositiveInfinity : Math.Abs((double)got[i] - want[i]);
            if (error > worstError)
            {
                (worst, worstError) = (i, error);
            }
        }

        float largest = want.Max(MathF.Abs);
        double relative = worstError / largest;
        Assert.True(relative < tolerance, string.Create(CultureInfo.InvariantCulture,
            $"{typeof(TNetwork).Name}[{worst}]: got {got[worst]:R}, want {want[worst]:R}; {relative:E1} of the largest output, {largest:R}."));
    }

    /// <summary>Values in [-1, 1), multiples of 2^-23, from name, seed and position: the scripts' <c>uniform.unit</c>.</summary>
    public static float[] Uniform(string name, int seed, int count)
    {
        const ulong Gamma = 0x9E3779B97F4A7C15;
        ulong state = 0xCBF29CE484222325;
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            state = unchecked((state ^ value) * 0x100000001B3);
        }

        state ^= unchecked((uint)seed * Gamma);
        float[] result = new float[count];
        for (int i = 0; i < count; i++)
        {
            ulong z = unchecked(state += Gamma);
            z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
            z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
            z ^= z >> 31;
            result[i] = ((long)(z >> 40) - (1 << 23)) / (float)(1 << 23);
        }

        return result;
    }

    /// <summary>
    /// Reads a file of float32 tensors in the safetensors format: the header's length in eight bytes, the header in
    /// JSON, the data. Written for the tests alone, so that the product's reader is not its own witness.
    /// </summary>
    public static Dictionary<string, float[]> Read(string fileName)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "goldens", fileName));
        int length = checked((int)BinaryPrimitives.ReadInt64LittleEndian(file));
        using JsonDocument header = JsonDocument.Parse(file.Slice(8, length).ToArray());
        ReadOnlySpan<byte> data = file[(8 + length)..];

        Dictionary<string, float[]> tensors = [];
        foreach (JsonProperty tensor in header.RootElement.EnumerateObject())
        {
            Assert.Equal("F32", tensor.Value.GetProperty("dtype").GetString());
            JsonElement offsets = tensor.Value.GetProperty("data_offsets");
            tensors.Add(tensor.Name, MemoryMarshal.Cast<byte, float>(data[offsets[0].GetInt32()..offsets[1].GetInt32()]).ToArray());
        }

        return tensors;
    }
}
