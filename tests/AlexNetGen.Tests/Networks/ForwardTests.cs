using AlexNetGen.Shapes.AlexNetGen_Tests;

namespace AlexNetGen.Tests.Networks;

/// <summary>What a generated forward pass promises beside its numbers.</summary>
public sealed class ForwardTests
{
    private const int Seed = 1;

    private static readonly float[] Image = Golden.Uniform("input", 7, QuarterTorchvisionAlexNet.InputLength);

    [Fact]
    public void Many_threads_get_the_same_bits()
    {
        using QuarterCaffeAlexNet network = QuarterCaffeAlexNet.WithRandomWeights(Seed);
        float[] image = Golden.Uniform("input", 7, QuarterCaffeAlexNet.InputLength);
        float[] expected = new float[QuarterCaffeAlexNet.OutputLength];
        network.Forward(image, expected);

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
        {
            float[] scores = new float[QuarterCaffeAlexNet.OutputLength];
            network.Forward(image, scores);
            Assert.True(expected.AsSpan().SequenceEqual(scores));
        });
    }

    [Fact]
    public void Every_way_of_calling_gives_the_same_bits()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(Seed);
        float[] expected = new float[250];
        network.Forward(Image, expected);

        float[] dirty = new float[QuarterTorchvisionAlexNet.WorkspaceLength + 3];
        Array.Fill(dirty, float.NaN);
        float[] scores = new float[250];
        network.Forward(Image, scores, dirty.AsSpan(3));
        Assert.Equal(expected, scores);

        Array.Clear(scores);
        network.Forward(new ReadOnlyTensor<Shape3x224x224>(Image), new Tensor<Shape250>(scores));
        Assert.Equal(expected, scores);

        Array.Clear(scores);
        network.Forward(Image, scores, new QuarterTorchvisionAlexNet.Activations());
        Assert.Equal(expected, scores);

        float[] batch = new float[750];
        network.ForwardBatch([.. Image, .. new float[Image.Length], .. Image], batch, 3);
        Assert.Equal(expected, batch[..250]);
        Assert.Equal(expected, batch[500..]);
        Assert.NotEqual(expected, batch[250..500]);
        network.ForwardBatch([], [], 0);
    }

    // mmpretrain's backbone has the same weights, and PyTorch's output for it is a golden of its own.
    [Fact]
    public void Activations_hold_the_result_of_every_layer()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(Seed);
        using QuarterMmpretrainAlexNet backbone = QuarterMmpretrainAlexNet.WithRandomWeights(Seed);
        float[] scores = new float[250];
        QuarterTorchvisionAlexNet.Activations activations = new();
        network.Forward(Image, scores, activations);
        float[] features = new float[QuarterMmpretrainAlexNet.OutputLength];
        backbone.Forward(Image, features);

        Assert.Equal(features, activations.Pool5.Values.ToArray());
        Assert.Equal(features, activations.AvgPool.Values.ToArray());
        Assert.Equal(scores, activations.Fc8.Values.ToArray());
        Assert.Equal(features[(3 * 36) + (2 * 6) + 1], activations.Pool5[3, 2, 1]);
        Assert.All(activations.Conv1.Values.ToArray(), value => Assert.True(value >= 0));
        Assert.Contains(activations.Conv1.Values.ToArray(), value => value > 0);
    }

    [Fact]
    public void A_wrong_length_names_the_network_and_both_lengths()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(Seed);
        float[] scores = new float[250];

        ArgumentException input = Assert.Throws<ArgumentException>(() => network.Forward(Image.AsSpan(1), scores));
        Assert.Contains("QuarterTorchvisionAlexNet", input.Message, StringComparison.Ordinal);
        Assert.Contains("150528", input.Message, StringComparison.Ordinal);
        Assert.Contains("150527", input.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => network.Forward(Image, new float[251]));
        Assert.Throws<ArgumentException>(() => network.Forward(Image, scores, new float[QuarterTorchvisionAlexNet.WorkspaceLength - 1]));
        Assert.Throws<ArgumentException>(() => network.ForwardBatch(Image, scores, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.ForwardBatch([], [], -1));
        Assert.Throws<ArgumentNullException>(() => network.Forward(Image, scores, (QuarterTorchvisionAlexNet.Activations)null!));
        Assert.Throws<ArgumentException>(() => network.Forward(Image, Image.AsSpan(0, 250)));
    }

    [Fact]
    public void A_disposed_network_says_so()
    {
        QuarterMmpretrainAlexNet network = QuarterMmpretrainAlexNet.WithRandomWeights(Seed);
        network.Dispose();
        network.Dispose();

        float[] features = new float[QuarterMmpretrainAlexNet.OutputLength];
        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(() => network.Forward(Image, features));
        Assert.Contains("QuarterMmpretrainAlexNet", error.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => network.Save(new MemoryStream()));
    }

    [Fact]
    public void Saved_weights_load_to_the_same_bits_from_file_stream_and_memory()
    {
        using QuarterCaffeAlexNet network = QuarterCaffeAlexNet.WithRandomWeights(seed: 3);
        float[] image = Golden.Uniform("input", 7, QuarterCaffeAlexNet.InputLength);
        float[] expected = new float[250];
        network.Forward(image, expected);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            network.Save(path);
            byte[] bytes = File.ReadAllBytes(path);
            using QuarterCaffeAlexNet fromFile = QuarterCaffeAlexNet.Load(path);
            using QuarterCaffeAlexNet fromStream = QuarterCaffeAlexNet.Load(new MemoryStream(bytes));
            using QuarterCaffeAlexNet fromMemory = QuarterCaffeAlexNet.Load(bytes.AsSpan());
            foreach (QuarterCaffeAlexNet loaded in new[] { fromFile, fromStream, fromMemory })
            {
                float[] scores = new float[250];
                loaded.Forward(image, scores);
                Assert.Equal(expected, scores);
                using MemoryStream saved = new();
                loaded.Save(saved);
                Assert.Equal(bytes, saved.ToArray());
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Not_a_number_travels()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(Seed);
        float[] image = [.. Image];
        image[100_000] = float.NaN;
        float[] scores = new float[250];
        network.Forward(image, scores);
        Assert.All(scores, score => Assert.True(float.IsNaN(score)));
    }

    [Fact]
    public void Shapes_of_two_assemblies_convert_where_they_are_the_same()
    {
        float[] values = new float[250];
        ReadOnlyTensor<OtherAssemblysShape250> other = new Tensor<Shape250>(values).As<OtherAssemblysShape250>();
        Assert.True(other.Values.Overlaps(values));
        Assert.Throws<InvalidOperationException>(() => new Tensor<Shape250>(values).As<Shape3x224x224>().Values.Length);
    }

    private readonly struct OtherAssemblysShape250 : IShape
    {
        public static int Rank => 1;

        public static int Channels => 250;

        public static int Height => 1;

        public static int Width => 1;

        public static int Length => 250;
    }
}
