using System.Buffers.Binary;
using System.Text;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

/// <summary>Files made by hand, right and wrong.</summary>
internal static class SafetensorsBytes
{
    /// <summary>Two tensors: a weight 2x3 and a bias of 2.</summary>
    public static readonly NetworkDescription Small = Network(new("fc.weight", [2, 3], 3), new("fc.bias", [2], 3));

    public const string SmallHeader =
        """{"fc.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"fc.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}""";

    public static NetworkDescription Network(params TensorDescription[] tensors) => new(
        "TinyNet", [3], [new Layer("Fc", [], [new OperationDescription("Linear", "2", [3], [2], null, 8, 6, tensors)], null)]);

    public static byte[] SmallFile() => File(SmallHeader, Floats(1, 2, 3, 4, 5, 6, -7, 8));

    public static byte[] File(string header, byte[] data) => File(Encoding.UTF8.GetBytes(header), data);

    public static byte[] File(byte[] header, byte[] data)
    {
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        return [.. prefix, .. header, .. data];
    }

    public static byte[] Floats(params float[] values)
    {
        byte[] bytes = new byte[4 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), values[i]);
        }

        return bytes;
    }

    public static WeightsException Refused(byte[] bytes, NetworkDescription? network = null)
    {
        WeightsException copied = Assert.Throws<WeightsException>(
            () => WeightsReader.Copy(bytes, network ?? Small, LoadOptions.Default));
        Assert.Throws<WeightsException>(
            () => WeightsReader.Read(new TricklingStream(bytes), network ?? Small, LoadOptions.Default));
        return copied;
    }

    public static string TemporaryPath() =>
        Path.Combine(Path.GetTempPath(), $"alexnetgen-{Guid.NewGuid():N}.safetensors");
}
