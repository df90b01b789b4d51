using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AlexNetGen.Samples;

/// <summary>
/// What PyTorch computed, from a safetensors file: the header's length in eight bytes, the header in JSON, the data.
/// A network's own weights need none of this; its Load reads them.
/// </summary>
internal static class PyTorchOutputs
{
    /// <summary>Reads every tensor of 32-bit floats, row-major, by its name.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyDictionary<string, float[]> Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int headerLength = checked((int)BinaryPrimitives.ReadInt64LittleEndian(file));
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        ReadOnlySpan<byte> data = file.AsSpan(8 + headerLength);

        Dictionary<string, float[]> tensors = [];
        foreach (JsonProperty tensor in header.RootElement.EnumerateObject())
        {
            if (tensor.Value.TryGetProperty("dtype", out JsonElement type) && type.ValueEquals("F32"))
            {
                JsonElement range = tensor.Value.GetProperty("data_offsets");
                tensors.Add(tensor.Name, MemoryMarshal.Cast<byte, float>(data[range[0].GetInt32()..range[1].GetInt32()]).ToArray());
            }
        }

        return tensors;
    }
}
