using System.Text;

namespace AlexNetGen.Tests.Networks;

/// <summary>Networks whose fully connected layers keep their weights in fewer bytes.</summary>
public sealed class StoredWeightsTests
{
    [Fact]
    public void BFloat16_is_saved_as_it_is_stored()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1, new InferenceOptions { FullyConnectedWeights = StoredWeights.BFloat16 });
        byte[] file = Saved(network.Save);
        string header = Encoding.UTF8.GetString(file, 0, file.Length / 100);
        Assert.Contains("\"classifier.1.weight\":{\"dtype\":\"BF16\"", header, StringComparison.Ordinal);
        Assert.Contains("\"classifier.1.bias\":{\"dtype\":\"F32\"", header, StringComparison.Ordinal);
        Assert.Contains("\"features.0.weight\":{\"dtype\":\"F32\"", header, StringComparison.Ordinal);

        // The same numbers, whichever way they are kept after that.
        float[] expected = Scores(network);
        using QuarterTorchvisionAlexNet halves = QuarterTorchvisionAlexNet.Load(file, new InferenceOptions { FullyConnectedWeights = StoredWeights.BFloat16 });
        using QuarterTorchvisionAlexNet floats = QuarterTorchvisionAlexNet.Load(file);
        Assert.Equal(expected, Scores(halves));
        Assert.Equal(expected, Scores(floats));
        Assert.Equal(file, Saved(halves.Save));
        using QuarterTorchvisionAlexNet exact = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1);
        Assert.NotEqual(expected, Scores(exact));
    }

    [Fact]
    public void Int8_is_not_saved()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1, new InferenceOptions { FullyConnectedWeights = StoredWeights.Int8 });
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Throws<NotSupportedException>(() => network.Save(path));
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData(StoredWeights.Float32)]
    [InlineData(StoredWeights.BFloat16)]
    [InlineData(StoredWeights.Int8)]
    public void A_file_and_an_array_are_converted_alike(StoredWeights stored)
    {
        InferenceOptions options = new() { FullyConnectedWeights = stored };
        using QuarterTorchvisionAlexNet exact = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1);
        using QuarterTorchvisionAlexNet fromArrays = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1, options);
        using QuarterTorchvisionAlexNet fromFile = QuarterTorchvisionAlexNet.Load(Saved(exact.Save), options);
        Assert.Equal(Scores(fromArrays), Scores(fromFile));
    }

    [Fact]
    public void Progress_rises_to_the_end()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1);
        byte[] file = Saved(network.Save);
        foreach (StoredWeights stored in Enum.GetValues<StoredWeights>())
        {
            Recorder recorder = new();
            using QuarterTorchvisionAlexNet loaded = QuarterTorchvisionAlexNet.Load(file, new LoadOptions { Progress = recorder, FullyConnectedWeights = stored });
            Assert.Equal(1, recorder.Reports[^1]);
            Assert.Equal(recorder.Reports.Order(), recorder.Reports);
            Assert.InRange(recorder.Reports.Count, 5, 102);
        }
    }

    [Fact]
    public void Options_are_taken_over()
    {
        Recorder recorder = new();
        LoadOptions options = new(new LoadOptions { Threads = 3, LeastSharedWork = 5, FullyConnectedWeights = StoredWeights.Int8, Ignore = ["aux."], Progress = recorder, Map = true });
        Assert.Equal(3, options.Threads);
        Assert.Equal(5, options.LeastSharedWork);
        Assert.Equal(StoredWeights.Int8, options.FullyConnectedWeights);
        Assert.Equal(["aux."], options.Ignore);
        Assert.Same(recorder, options.Progress);
        Assert.True(options.Map);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceOptions { FullyConnectedWeights = (StoredWeights)3 });
    }

    private static float[] Scores(QuarterTorchvisionAlexNet network)
    {
        float[] scores = new float[QuarterTorchvisionAlexNet.OutputLength];
        network.Forward(Golden.Uniform("input", 7, QuarterTorchvisionAlexNet.InputLength), scores);
        return scores;
    }

    private static byte[] Saved(Action<Stream> save)
    {
        using MemoryStream stream = new();
        save(stream);
        return stream.ToArray();
    }

    private sealed class Recorder : IProgress<double>
    {
        public List<double> Reports { get; } = [];

        public void Report(double value) => Reports.Add(value);
    }
}
