using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class ElementWideningTests
{
    [Fact]
    public void Every_F16_is_widened_exactly() => AssertWidened(
        "F16", bits => (float)BitConverter.UInt16BitsToHalf(bits));

    [Fact]
    public void Every_BF16_is_widened_exactly() => AssertWidened(
        "BF16", bits => BitConverter.UInt32BitsToSingle((uint)bits << 16));

    [Fact]
    public void Every_F32_bit_is_kept()
    {
        // As bits: the just-in-time compiler makes signalling NaNs among constants quiet.
        uint[] bits = [0x7F800001, 0x80000000, 0xFF800000, 1, 0xFFC12345];
        byte[] data = new byte[20];
        for (int i = 0; i < bits.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4 * i), bits[i]);
        }

        NetworkDescription network = SafetensorsBytes.Network(new TensorDescription("a", [5], 1));
        using WeightsReader reader = WeightsReader.Copy(
            SafetensorsBytes.File("""{"a":{"dtype":"F32","shape":[5],"data_offsets":[0,20]}}""", data), network, LoadOptions.Default);
        Assert.Equal(bits, MemoryMarshal.Cast<float, uint>(reader.Read("a")).ToArray());
    }

    private static void AssertWidened(string type, Func<ushort, float> expected)
    {
        byte[] data = new byte[2 * 65_536];
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(2 * bits), (ushort)bits);
        }

        NetworkDescription network = SafetensorsBytes.Network(new TensorDescription("a", [65_536], 1));
        using WeightsReader reader = WeightsReader.Copy(
            SafetensorsBytes.File($$"""{"a":{"dtype":"{{type}}","shape":[65536],"data_offsets":[0,131072]} }""", data), network, LoadOptions.Default);
        float[] values = reader.Read("a");
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            Assert.Equal(
                BitConverter.SingleToUInt32Bits(expected((ushort)bits)), BitConverter.SingleToUInt32Bits(values[bits]));
        }
    }
}
