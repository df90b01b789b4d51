using System.Security.Cryptography;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class RealFileTests
{
    private const string FileName = "squeezenet1_1.safetensors";

    /// <summary>SqueezeNet 1.1's tensors, in torchvision's names.</summary>
    private static readonly NetworkDescription SqueezeNet = SafetensorsBytes.Network([.. Tensors()]);

    [SharedModelFact(FileName)]
    public void SqueezeNet_is_read_from_file_stream_and_memory()
    {
        string path = SharedModelFactAttribute.Find(FileName)!;
        using WeightsReader opened = WeightsReader.Open(path, SqueezeNet, LoadOptions.Default);
        using FileStream file = File.OpenRead(path);
        using WeightsReader streamed = WeightsReader.Read(file, SqueezeNet, LoadOptions.Default);
        using WeightsReader copied = WeightsReader.Copy(File.ReadAllBytes(path), SqueezeNet, LoadOptions.Default);
        Assert.Equal(1_235_496, SqueezeNet.Tensors.Sum(tensor => tensor.Shape.Length));
        foreach (TensorDescription tensor in SqueezeNet.Tensors)
        {
            float[] values = opened.Read(tensor.Name);
            Assert.Equal(tensor.Shape.Length, values.Length);
            if (tensor.Shape.Rank == 4)
            {
                Assert.True(values.All(value => (float)(Half)value == value), "Its source rounded weights to half precision.");
            }

            Assert.Equal(values, streamed.Read(tensor.Name));
            Assert.Equal(values, copied.Read(tensor.Name));
        }
    }

    [SharedModelFact(FileName)]
    public void SqueezeNet_is_written_byte_for_byte_but_for_the_header()
    {
        string path = SharedModelFactAttribute.Find(FileName)!;
        using WeightsReader opened = WeightsReader.Open(path, SqueezeNet, LoadOptions.Default);
        using MemoryStream written = new();
        WeightsWriter.Save(written, SqueezeNet, opened);
        Assert.Equal(Hash(File.ReadAllBytes(path)), Hash(written.ToArray()));

        static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes.AsSpan(bytes.Length - (4 * 1_235_496))));
    }

    private static IEnumerable<TensorDescription> Tensors()
    {
        (int Index, int Input, int Squeeze, int Expand)[] fires =
        [
            (3, 64, 16, 64), (4, 128, 16, 64), (6, 128, 32, 128), (7, 256, 32, 128),
            (9, 256, 48, 192), (10, 384, 48, 192), (11, 384, 64, 256), (12, 512, 64, 256),
        ];
        return
        [
            .. Convolution("features.0", 64, 3, 3),
            .. fires.SelectMany(fire => (TensorDescription[])
            [
                .. Convolution($"features.{fire.Index}.squeeze", fire.Squeeze, fire.Input, 1),
                .. Convolution($"features.{fire.Index}.expand1x1", fire.Expand, fire.Squeeze, 1),
                .. Convolution($"features.{fire.Index}.expand3x3", fire.Expand, fire.Squeeze, 3),
            ]),
            .. Convolution("classifier.1", 1000, 512, 1),
        ];
    }

    private static TensorDescription[] Convolution(string name, int output, int input, int kernel) =>
    [
        new($"{name}.weight", [output, input, kernel, kernel], input * kernel * kernel),
        new($"{name}.bias", [output], input * kernel * kernel),
    ];
}
