using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AlexNetGen.Samples;

/// <summary>
/// The classes that PyTorch gives the held-out digits, from a safetensors file: the header's length in eight bytes,
/// the header in JSON, the data. A network's own weights need none of this; its Load reads them.
/// </summary>
public static class PyTorchPredictions
{
    /// <summary>Reads the 32-bit integers named <c>predictions</c>, one a digit.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<int> Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int headerLength = checked((int)BinaryPrimitives.ReadInt64LittleEndian(file));
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        JsonElement range = header.RootElement.GetProperty("predictions").GetProperty("data_offsets");
        ReadOnlySpan<byte> data = file.AsSpan(8 + headerLength)[range[0].GetInt32()..range[1].GetInt32()];
        return MemoryMarshal.Cast<byte, int>(data).ToArray();
    }
}
