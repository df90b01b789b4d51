using System.Text;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class WeightsWriterTests
{
    private const string Header =
        """{"__metadata__":{"format":"pt"},"fc.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"fc.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}""";

    [Fact]
    public void The_bytes_are_canonical()
    {
        using WeightsReader reader = WeightsReader.Copy(SafetensorsBytes.SmallFile(), SafetensorsBytes.Small, LoadOptions.Default);
        using MemoryStream stream = new();
        WeightsWriter.Save(stream, SafetensorsBytes.Small, reader);
        byte[] bytes = stream.ToArray();
        Assert.Equal(157, Header.Length);
        Assert.Equal(160, BitConverter.ToInt64(bytes));
        Assert.Equal(Header + "   ", Encoding.UTF8.GetString(bytes, 8, 160));
        Assert.Equal(SafetensorsBytes.Floats(1, 2, 3, 4, 5, 6, -7, 8), bytes[168..]);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        NetworkDescription network = SafetensorsBytes.Network(new("a\"\\\u00e9\n\u0001", [40_000], 3), new("b", [], 1), new("c", [0], 1));
        RandomWeights weights = new(network, 5);
        string path = SafetensorsBytes.TemporaryPath();
        try
        {
            WeightsWriter.Save(path, network, weights);
            using (WeightsReader reader = WeightsReader.Open(path, network, LoadOptions.Default))
            {
                Assert.All(network.Tensors, tensor => Assert.Equal(weights.Read(tensor.Name), reader.Read(tensor.Name)));
                WeightsWriter.Save(path, network, reader); // Onto the file that is being read.
            }

            using WeightsReader again = WeightsReader.Open(path, network, LoadOptions.Default);
            Assert.All(network.Tensors, tensor => Assert.Equal(weights.Read(tensor.Name), again.Read(tensor.Name)));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        string path = SafetensorsBytes.TemporaryPath();
        try
        {
            File.WriteAllText(path, "old");
            ArgumentException exception = Assert.Throws<ArgumentException>(
                () => WeightsWriter.Save(path, SafetensorsBytes.Small, new Short()));
            Assert.Contains("gives 5 values for tensor 'fc.bias' of TinyNet; its shape 2 has 2", exception.Message, StringComparison.Ordinal);
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Short : ITensorSource
    {
        public float[] Read(string name) => new float[name == "fc.bias" ? 5 : 6];
    }
}
