using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Operations that choose, order or scale channels.</summary>
internal static class Channels
{
    public static Written? Slice(RandomNetwork network, Value input, bool isFirst)
    {
        int start = network.Next(0, input.Channels - 1);
        int count = network.Next(1, input.Channels - start);
        return new Written(string.Create(CultureInfo.InvariantCulture, $"Slice({start}, {count})"), Cut(network, input, start, count), [count, .. input.Points]);
    }

    public static Written? Split(RandomNetwork network, Value input, bool isFirst)
    {
        int parts = network.Divisor(input.Channels);
        int index = network.Next(0, parts - 1);
        int count = input.Channels / parts;
        return new Written(string.Create(CultureInfo.InvariantCulture, $"Split({parts}, {index})"), Cut(network, input, index * count, count), [count, .. input.Points]);
    }

    public static Written? Shuffle(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int groups = network.Divisor(input.Channels);
        string apart = network.Graph.Reshape(input.Node, [1, groups, input.Channels / groups, .. input.Points]);
        string node = network.Graph.Reshape(network.Graph.Transpose(apart, 0, 2, 1, 3, 4), [1, .. input.Shape]);
        return new Written(string.Create(CultureInfo.InvariantCulture, $"ChannelShuffle({groups})"), node, input.Shape);
    }

    public static Written Scale(RandomNetwork network, Value input, bool isFirst)
    {
        string weights = network.NextWeights();
        string scale = network.Graph.Weight(weights, [input.Channels, .. input.Points.Select(_ => 1)]);
        return new Written($"ChannelScale(Weights = \"{weights}\")", network.Graph.Node("Mul", [input.Node, scale]), input.Shape);
    }

    private static string Cut(RandomNetwork network, Value input, int start, int count) =>
        network.Graph.Node("Slice", [input.Node, network.Graph.Integers(start), network.Graph.Integers(start + count), network.Graph.Integers(1)]);
}
