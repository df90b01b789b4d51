using System.Globalization;
using System.Reflection;
using AlexNetGen.Weights;
using Microsoft.ML.OnnxRuntime;
using Xunit.Abstractions;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Random legal declarations compute what ONNX Runtime does.</summary>
public sealed class RandomNetworksTests(ITestOutputHelper output)
{
    private const int Seed = 469_053_439;
    private const int WeightsSeed = 7;
    private const int Batches = 10;
    private const int BatchSize = 100;
    private const int LeastUses = 50;

    /// <summary>Of the largest output: both compute in float32, in other orders.</summary>
    private const double Tolerance = 1e-4;

    [Fact]
    public void Agree_with_ONNX_Runtime()
    {
        Dictionary<string, int> used = [];
        List<RandomNetwork> all = [];
        double worst = 0;

        // ALEXNETGEN_SEED makes others.
        int first = int.TryParse(Environment.GetEnvironmentVariable("ALEXNETGEN_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int given) ? given : Seed;
        for (int batch = 0; batch < Batches; batch++)
        {
            Random random = new(first + batch);
            RandomNetwork[] networks = [.. Enumerable.Range(batch * BatchSize, BatchSize).Select(number => new RandomNetwork(number, random, used))];
            all.AddRange(networks);
            Assembly assembly = CompiledNetworks.Compile(string.Create(CultureInfo.InvariantCulture, $"Batch{batch}"), networks);
            foreach (RandomNetwork network in networks)
            {
                MethodInfo error = typeof(RandomNetworksTests).GetMethod(nameof(Error), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(assembly.GetType(network.Name)!);
                double found = (double)error.Invoke(null, [network])!;
                Assert.True(found <= Tolerance, string.Create(CultureInfo.InvariantCulture, $"ALEXNETGEN_SEED={first}: off by {found:E2} of the largest output\n{network.Source}"));
                worst = Math.Max(worst, found);
            }
        }

        output.WriteLine($"ALEXNETGEN_SEED={first}: {all.Count} networks, {all.Count(network => network.IsBranching)} branching, {all.Count(network => network.IsRounded)} rounded, largest error {worst:E2}");
        output.WriteLine(string.Join(", ", used.OrderBy(item => item.Value).Select(item => $"{item.Key} {item.Value}")));
        Assert.True(all.Count(network => network.IsBranching) > all.Count / 3);
        Assert.True(all.Count(network => network.IsRounded) >= all.Count / 3, $"{all.Count(network => network.IsRounded)} are rounded");
        Assert.All(Catalog.All.Keys, operation => Assert.True(used.TryGetValue(operation, out int count) && count >= LeastUses, operation));
    }

    [Fact]
    public void Every_operation_is_in_the_catalog()
    {
        string[] others = ["Block", "From", "Network", "Output", "Parameters", "Shape", "When"];
        IEnumerable<string> attributes = typeof(Layer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.Name[..^"Attribute".Length]);
        Assert.Equal(attributes.Except(others).Order(StringComparer.Ordinal), Catalog.All.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>The largest difference, as a part of the largest output.</summary>
    private static double Error<TNetwork>(RandomNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        RandomWeights weights = new(TNetwork.Description, WeightsSeed);
        Assert.Equal(
            network.Graph.Weights.OrderBy(item => item.Name, StringComparer.Ordinal).Select(item => $"{item.Name} {string.Join("x", item.Shape)}"),
            TNetwork.Description.Tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).Select(tensor => $"{tensor.Name} {string.Join("x", tensor.Shape)}"));

        float[] input = new float[TNetwork.InputLength];
        UniformGenerator.Fill("input", WeightsSeed, 1, input);
        float[] found = new float[TNetwork.OutputLength];
        using TNetwork net = TNetwork.WithRandomWeights(WeightsSeed);
        net.Forward(input, found);

        float[] expected = Run(network, weights, input);
        Assert.Equal(expected.Length, found.Length);
        // Where all cancels, as in the mean of what was normalised, nothing but the rounding is left.
        double largest = Math.Max(1e-2, expected.Max(Math.Abs));
        return expected.Zip(found).Max(pair => float.IsFinite(pair.First) && float.IsFinite(pair.Second) ? Math.Abs((double)pair.First - pair.Second) / largest : double.PositiveInfinity);
    }

    private static float[] Run(RandomNetwork network, RandomWeights weights, float[] input)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL };
        using InferenceSession session = new(network.Graph.Write(network.Input, network.Outputs, weights), options);
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(input, [1, .. network.Input.Select(length => (long)length)]);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [OnnxGraph.Input], [value], [.. network.Outputs]);
        return [.. results.SelectMany(result => result.GetTensorDataAsSpan<float>().ToArray())];
    }
}
