using System.Globalization;

namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>What PyTorch says of the zoo's networks: tests/goldens/make_zoo.py.</summary>
internal static class ZooGolden
{
    /// <summary>The output of each network, for the weights of <see cref="ZooWeights"/> and the input below.</summary>
    public static IReadOnlyDictionary<string, float[]> Outputs { get; } = PyTorchOutputs.Read(Beside("zoo.safetensors"));

    /// <summary>Network, tensor and shape of every tensor, as in <c>Vgg11 features.0.weight 64x3x3x3</c>.</summary>
    public static IReadOnlyList<string> Tensors { get; } = File.ReadAllLines(Beside("zoo_tensors.txt"));

    /// <summary>The seed of the random weights.</summary>
    public const int WeightSeed = 1;

    /// <summary>The input of each network, uniform in [-1, 1).</summary>
    public static float[] Input(ZooNetwork network)
    {
        float[] input = new float[network.Description.Input.Length];
        UniformGenerator.Fill("input", seed: 7, bound: 1, input);
        return input;
    }

    /// <summary>The output of a network for the weights and the input of the goldens.</summary>
    public static float[] Compute(ZooNetwork network) => new ZooWeights(network.Description).AreRandom
        ? network.ComputeRandomly(WeightSeed, Input(network))
        : Load(network.Description.Name, file => network.Compute(file, Input(network)));

    /// <summary>What becomes of a file with the weights of a network's golden.</summary>
    public static T Load<T>(string network, Func<string, T> load)
    {
        string file = new ZooWeights(NetworkZoo.Find(network).Description).Save();
        try
        {
            return load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Fails where the largest difference exceeds <paramref name="tolerance"/> times the largest expected value.</summary>
    public static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> computed, double tolerance, string what)
    {
        double difference = Agreement.LargestDifference(computed.ToArray(), expected.ToArray());
        double relative = difference / expected.ToArray().Max(MathF.Abs);
        Assert.True(relative < tolerance, string.Create(CultureInfo.InvariantCulture, $"{what}: {relative:E1} of the largest output"));
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, "Goldens", file);
}
