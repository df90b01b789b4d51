using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlexNetGen.Weights;

namespace AlexNetGen;

/// <summary>
/// Writes a network's weights as safetensors, the same bytes for the same weights: tensors in the order the
/// network declares them, F32 (BF16 what the source holds so), the header padded with spaces to a multiple of 8 bytes, and the metadata
/// <c>{"format": "pt"}</c> that PyTorch's readers ask for.
/// </summary>
public static class WeightsWriter
{
    private const int ChunkValues = 1 << 14;

    private static readonly JsonWriterOptions HeaderOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes a file, or replaces it. The file is never half-written: the weights go to a temporary file beside
    /// it and onto the disk, and take its place when all is there.
    /// </summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="network">The network whose tensors are written.</param>
    /// <param name="tensors">Where their values come from.</param>
    /// <exception cref="ArgumentException">The source gives a tensor of another length than its shape's.</exception>
    /// <exception cref="IOException">The file cannot be written; what stood there before still does.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, NetworkDescription network, ITensorSource tensors)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(tensors);
        FileReplacement.Write(path, file => Save(file, network, tensors));
    }

    /// <summary>Writes to a stream, from its position; it need not seek and is not closed.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="network">The network whose tensors are written.</param>
    /// <param name="tensors">Where their values come from.</param>
    /// <exception cref="ArgumentException">The source gives a tensor of another length than its shape's.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save(Stream stream, NetworkDescription network, ITensorSource tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(tensors);
        ReadOnlySpan<byte> header = Header(network, tensors);
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach (TensorDescription tensor in network.Tensors)
        {
            float[] values = tensors.Read(tensor.Name);
            if (values.Length != tensor.Shape.Length)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The source gives {values.Length} values for tensor '{tensor.Name}' of {network.Name}; its shape {tensor.Shape} has {tensor.Shape.Length}."),
                    nameof(tensors));
            }

            WriteValues(stream, values, tensors.StoredAs(tensor.Name));
        }
    }

    private static ReadOnlySpan<byte> Header(NetworkDescription network, ITensorSource tensors)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, HeaderOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteEndObject();
            long position = 0;
            foreach (TensorDescription tensor in network.Tensors)
            {
                json.WriteStartObject(tensor.Name);
                ElementType type = tensors.StoredAs(tensor.Name) == StoredWeights.BFloat16 ? ElementType.BF16 : ElementType.F32;
                json.WriteString("dtype", type.Name);
                json.WriteStartArray("shape");
                foreach (int dimension in tensor.Shape)
                {
                    json.WriteNumberValue(dimension);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(position);
                position = checked(position + ((long)type.Bits / 8 * tensor.Shape.Length));
                json.WriteNumberValue(position);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        int padding = -buffer.WrittenCount & 7;
        buffer.GetSpan(8)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan;
    }

    /// <summary>Writes piece by piece: a tensor may have more bytes than one span.</summary>
    private static void WriteValues(Stream stream, float[] values, StoredWeights stored)
    {
        if (stored == StoredWeights.BFloat16)
        {
            WriteBFloat16(stream, values);
            return;
        }

        float[] chunk = new float[Math.Min(ChunkValues, values.Length)];
        for (int done = 0; done < values.Length; done += ChunkValues)
        {
            Span<float> piece = chunk.AsSpan(0, Math.Min(ChunkValues, values.Length - done));
            values.AsSpan(done, piece.Length).CopyTo(piece);
            ElementWidening.ToLittleEndian(piece);
            stream.Write(MemoryMarshal.AsBytes(piece));
        }
    }

    private static void WriteBFloat16(Stream stream, float[] values)
    {
        byte[] bytes = new byte[sizeof(ushort) * Math.Min(ChunkValues, values.Length)];
        for (int done = 0; done < values.Length; done += ChunkValues)
        {
            ReadOnlySpan<float> piece = values.AsSpan(done, Math.Min(ChunkValues, values.Length - done));
            for (int i = 0; i < piece.Length; i++)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(sizeof(ushort) * i), (ushort)(BitConverter.SingleToUInt32Bits(piece[i]) >> 16));
            }

            stream.Write(bytes.AsSpan(0, sizeof(ushort) * piece.Length));
        }
    }
}
