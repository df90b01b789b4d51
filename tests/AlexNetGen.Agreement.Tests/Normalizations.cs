using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Normalisations.</summary>
internal static class Normalizations
{
    private static readonly string[] BatchTensors = ["weight", "bias", "running_mean", "running_var"];

    /// <summary>Large, so that where the values hardly differ their rounding is not blown up to be all that is left.</summary>
    private const double Epsilon = 0.125;

    public static Written? Batch(RandomNetwork network, Value input, bool isMap)
    {
        if (isMap != (input.Shape.Length == 3))
        {
            return null;
        }

        string weights = network.NextWeights();
        int channels = input.Channels;
        double epsilon = network.Chance(2) ? 1e-5 : 1e-3;
        string[] tensors = [.. BatchTensors.Select(name => network.Graph.Weight($"{weights}.{name}", channels))];
        string node = network.Graph.Node("BatchNormalization", [input.Node, .. tensors], OnnxGraph.Real("epsilon", epsilon));
        string text = string.Create(CultureInfo.InvariantCulture, $"BatchNorm{(isMap ? 2 : 1)}d(Epsilon = {epsilon}f, Weights = \"{weights}\")");
        return new Written(text, node, input.Shape);
    }

    public static Written? LocalResponse(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int size = (2 * network.Next(0, 3)) + 1;
        double alpha = network.Real(0.01, 0.5), beta = network.Real(0.3, 1), k = network.Real(1, 2);
        string node = network.Graph.Node(
            "LRN", [input.Node], OnnxGraph.Int("size", size), OnnxGraph.Real("alpha", alpha), OnnxGraph.Real("beta", beta), OnnxGraph.Real("bias", k));
        return new Written(string.Create(CultureInfo.InvariantCulture, $"LocalResponseNorm({size}, Alpha = {alpha}f, Beta = {beta}f, K = {k}f)"), node, input.Shape);
    }

    public static Written? Group(RandomNetwork network, Value input, bool isFirst)
    {
        int groups = network.Divisor(input.Channels);

        if (input.Length / groups < 2)
        {
            return null;
        }

        string node = Parts(network, input, groups);
        string weights = network.NextWeights();
        string text = string.Create(CultureInfo.InvariantCulture, $"GroupNorm({groups}, Epsilon = {Epsilon}, Weights = \"{weights}\")");
        return new Written(text, Affine(network, node, input, weights), input.Shape);
    }

    public static Written? Instance(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3 || input.Length / input.Channels < 2)
        {
            return null;
        }

        string node = Parts(network, input, input.Channels);
        if (network.Chance(2))
        {
            return new Written(string.Create(CultureInfo.InvariantCulture, $"InstanceNorm2d(Epsilon = {Epsilon})"), node, input.Shape);
        }

        string weights = network.NextWeights();
        return new Written(string.Create(CultureInfo.InvariantCulture, $"InstanceNorm2d(Affine = true, Epsilon = {Epsilon}, Weights = \"{weights}\")"), Affine(network, node, input, weights), input.Shape);
    }

    /// <summary>Over the features, or over the channels at each point.</summary>
    public static Written? Layer(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Channels < 2)
        {
            return null;
        }

        int rank = input.Shape.Length + 1;
        int[] last = [0, .. Enumerable.Range(2, rank - 2), 1];
        int[] first = [0, rank - 1, .. Enumerable.Range(1, rank - 2)];
        string weights = network.NextWeights();
        string channelsLast = network.Graph.Transpose(input.Node, last);
        string node = network.Graph.Node(
            "LayerNormalization",
            [channelsLast, network.Graph.Weight(weights + ".weight", input.Channels), network.Graph.Weight(weights + ".bias", input.Channels)],
            OnnxGraph.Int("axis", -1),
            OnnxGraph.Real("epsilon", Epsilon));
        return new Written(string.Create(CultureInfo.InvariantCulture, $"LayerNorm(Epsilon = {Epsilon}, Weights = \"{weights}\")"), network.Graph.Transpose(node, first), input.Shape);
    }

    /// <summary>Each of several parts less its mean, divided by its deviation.</summary>
    private static string Parts(RandomNetwork network, Value input, int parts)
    {
        float[] ones = new float[parts];
        Array.Fill(ones, 1);
        string apart = network.Graph.Reshape(input.Node, 1, parts, input.Length / parts);
        string node = network.Graph.Node(
            "InstanceNormalization", [apart, network.Graph.Constant(ones, parts), network.Graph.Constant(new float[parts], parts)], OnnxGraph.Real("epsilon", Epsilon));
        return network.Graph.Reshape(node, [1, .. input.Shape]);
    }

    private static string Affine(RandomNetwork network, string node, Value input, string weights)
    {
        string Channels(string name) => network.Graph.Reshape(network.Graph.Weight($"{weights}.{name}", input.Channels), [input.Channels, .. input.Points.Select(_ => 1)]);
        return network.Graph.Node("Add", [network.Graph.Node("Mul", [node, Channels("weight")]), Channels("bias")]);
    }
}
