using AlexNetGen.Tests.Operations;
using AlexNetGen.Tests.Weights;

namespace AlexNetGen.Tests.Networks;

/// <summary>Networks loaded from what SavePacked wrote, read or mapped.</summary>
public sealed class PackedWeightsTests
{
    [Theory]
    [InlineData(StoredWeights.Float32)]
    [InlineData(StoredWeights.BFloat16)]
    [InlineData(StoredWeights.Int8)]
    public void Give_the_same_bits_as_safetensors(StoredWeights stored)
    {
        Check<QuarterTorchvisionAlexNet>(stored);
        Check<QuarterCaffeAlexNet>(stored);
        Check<EveryKernel>(stored);
        Check<SeveralOutputs>(stored);
        Check<OnlyLinear>(stored);
    }

    [Fact]
    public void Weights_of_every_kind_come_back()
    {
        Check<ResidualBlock>();
        Check<ShuffleUnit>();
        Check<SqueezeExcitationOfEfficientNet>();
        Check<PReLUOfMap>();
        Check<GroupNorm4Of12>();
        Check<LayerNormOfMap>();
        Check<ConvTranspose2dGroups>();
    }

    [Theory]
    [InlineData(StoredWeights.Float32)]
    [InlineData(StoredWeights.BFloat16)]
    public void Are_saved_as_safetensors_bit_for_bit(StoredWeights stored)
    {
        InferenceOptions options = new() { FullyConnectedWeights = stored };
        using TemporaryFile file = new();
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1, options);
        network.SavePacked(file.Path);
        using QuarterTorchvisionAlexNet mapped = QuarterTorchvisionAlexNet.Load(file.Path, new LoadOptions(options) { Map = true });
        using MemoryStream expected = new(), saved = new();
        network.Save(expected);
        mapped.Save(saved);
        Assert.Equal(expected.ToArray(), saved.ToArray());
    }

    [Fact]
    public void Of_int8_are_not_saved_as_safetensors()
    {
        InferenceOptions options = new() { FullyConnectedWeights = StoredWeights.Int8 };
        using TemporaryFile file = new();
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1, options);
        network.SavePacked(file.Path);
        using QuarterTorchvisionAlexNet mapped = QuarterTorchvisionAlexNet.Load(file.Path, new LoadOptions(options) { Map = true });
        Assert.Contains("int8", Assert.Throws<NotSupportedException>(() => mapped.Save(Stream.Null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_mapped_only_when_asked_for_and_until_the_network_is_disposed()
    {
        using TemporaryFile file = new();
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1);
        network.SavePacked(file.Path);
        using EveryKernel read = EveryKernel.Load(file.Path);
        Assert.False(file.IsMapped);
        EveryKernel mapped = EveryKernel.Load(file.Path, new LoadOptions { Map = true });
        Assert.Equal(TemporaryFile.MapsAreKnown, file.IsMapped);
        mapped.Dispose();
        Assert.False(file.IsMapped);
        Assert.Throws<ObjectDisposedException>(() => Scores(mapped));
        Assert.Throws<ObjectDisposedException>(() => mapped.SavePacked(file.Path));
        mapped.Dispose();
    }

    [Fact]
    public async Task Calls_under_way_keep_the_mapping_when_the_network_is_disposed()
    {
        using TemporaryFile file = new();
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1);
        network.SavePacked(file.Path);
        float[] expected = Scores(network);
        for (int round = 0; round < 30; round++)
        {
            EveryKernel mapped = EveryKernel.Load(file.Path, new LoadOptions { Map = true, Threads = 2, LeastSharedWork = 0 });
            using Barrier barrier = new(5);
            Task[] callers = [.. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => CallUntilDisposed(mapped, expected, barrier), TaskCreationOptions.LongRunning))];
            barrier.SignalAndWait();
            Thread.Sleep(round % 3);
            mapped.Dispose();
            await Task.WhenAll(callers).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.False(file.IsMapped);
        }
    }

    [Fact]
    public void A_mapped_file_may_be_replaced()
    {
        using TemporaryFile file = new();
        using EveryKernel first = EveryKernel.WithRandomWeights(seed: 1), second = EveryKernel.WithRandomWeights(seed: 2);
        first.SavePacked(file.Path);
        if (OperatingSystem.IsWindows())
        {
            // Windows keeps mapped files in their place.
            return;
        }

        using EveryKernel mapped = EveryKernel.Load(file.Path, new LoadOptions { Map = true });
        second.SavePacked(file.Path);
        Assert.Equal(Scores(first), Scores(mapped));
        using EveryKernel next = EveryKernel.Load(file.Path, new LoadOptions { Map = true });
        Assert.Equal(Scores(second), Scores(next));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Progress_ends_at_one(bool map)
    {
        using TemporaryFile file = new();
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1);
        network.SavePacked(file.Path);
        double last = 0;
        using QuarterTorchvisionAlexNet loaded = QuarterTorchvisionAlexNet.Load(file.Path, new LoadOptions { Map = map, Progress = new Recorder(value => last = value) });
        Assert.Equal(1, last);
    }

    private static void CallUntilDisposed(EveryKernel network, float[] expected, Barrier barrier)
    {
        barrier.SignalAndWait();
        try
        {
            while (true)
            {
                Assert.Equal(expected, Scores(network));
            }
        }
        catch (ObjectDisposedException)
        {
            // As it should.
        }
    }

    private static void Check<TNetwork>(StoredWeights stored = StoredWeights.Float32)
        where TNetwork : class, INetwork<TNetwork>
    {
        InferenceOptions options = new() { FullyConnectedWeights = stored };
        using TemporaryFile file = new(), again = new();
        using TNetwork network = TNetwork.WithRandomWeights(seed: 1, options);
        network.SavePacked(file.Path);
        float[] expected = Scores(network), batch = Batch(network);
        foreach (bool map in new[] { false, true })
        {
            using TNetwork loaded = TNetwork.Load(file.Path, new LoadOptions(options) { Map = map });
            Assert.Equal(expected, Scores(loaded));
            Assert.Equal(batch, Batch(loaded));
            loaded.SavePacked(again.Path);
            Assert.Equal(File.ReadAllBytes(file.Path), File.ReadAllBytes(again.Path));
        }
    }

    private static float[] Scores<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] scores = new float[TNetwork.OutputLength];
        network.Forward(Golden.Uniform("input", 7, TNetwork.InputLength), scores);
        return scores;
    }

    private static float[] Batch<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] scores = new float[3 * TNetwork.OutputLength];
        network.ForwardBatch(Golden.Uniform("inputs", 7, 3 * TNetwork.InputLength), scores, 3);
        return scores;
    }

    private sealed class Recorder(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
