using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Convolutions, and what multiplies matrices.</summary>
internal static class Convolutions
{
    public static Written? Direct(RandomNetwork network, Value input, int rank)
    {
        if (input.Shape.Length != rank + 1 || WindowChoice.Next(network, input.Points, dilates: true, pools: false) is not { } windows)
        {
            return null;
        }

        int groups = network.Chance(3) ? network.Divisor(input.Channels) : 1;
        int outputs = groups * network.Next(1, Math.Max(1, 20 / groups));
        bool bias = !network.Chance(3);
        string weights = network.NextWeights();
        List<string> inputs = [Pad(network, input.Node, windows, 0), network.Graph.Weight(weights + ".weight", [outputs, input.Channels / groups, .. windows.Kernel])];
        if (bias)
        {
            inputs.Add(network.Graph.Weight(weights + ".bias", outputs));
        }

        string node = network.Graph.Node(
            "Conv",
            [.. inputs],
            OnnxGraph.Ints("strides", windows.Axes.Select(axis => axis.Stride)),
            OnnxGraph.Ints("dilations", windows.Axes.Select(axis => axis.Dilation)),
            OnnxGraph.Int("group", groups));
        string text = string.Create(CultureInfo.InvariantCulture, $"Conv{rank}d({outputs}, {windows.Text}, Groups = {groups}, Bias = {(bias ? "true" : "false")}, Weights = \"{weights}\")");
        return new Written(text, node, [outputs, .. windows.Output]);
    }

    public static Written? Transposed(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int groups = network.Chance(3) ? network.Divisor(input.Channels) : 1;
        int outputs = groups * network.Next(1, 3);
        int kernel = network.Next(1, 4);
        int stride = network.Next(1, 3);
        int dilation = network.Chance(4) ? 2 : 1;
        int padding = network.Next(0, kernel - 1);
        int outputPadding = network.Next(0, stride - 1);
        int[] output = [.. input.Points.Select(length => ((length - 1) * stride) - (2 * padding) + ((kernel - 1) * dilation) + outputPadding + 1)];
        if (output.Any(length => length < 1))
        {
            return null;
        }

        string weights = network.NextWeights();
        string node = network.Graph.Node(
            "ConvTranspose",
            [input.Node, network.Graph.Weight(weights + ".weight", input.Channels, outputs / groups, kernel, kernel), network.Graph.Weight(weights + ".bias", outputs)],
            OnnxGraph.Ints("strides", [stride, stride]),
            OnnxGraph.Ints("dilations", [dilation, dilation]),
            OnnxGraph.Ints("pads", [padding, padding, padding, padding]),
            OnnxGraph.Ints("output_padding", [outputPadding, outputPadding]),
            OnnxGraph.Int("group", groups));
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"ConvTranspose2d({outputs}, Kernel = {kernel}, Stride = {stride}, Padding = {padding}, OutputPadding = {outputPadding}, Dilation = {dilation}, Groups = {groups}, Weights = \"{weights}\")");
        return new Written(text, node, [outputs, .. output]);
    }

    public static Written? PointwiseLinear(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int outputs = network.Next(1, 16);
        string weights = network.NextWeights();
        string channelsLast = network.Graph.Transpose(input.Node, 0, 2, 3, 1);
        string weight = network.Graph.Transpose(network.Graph.Weight(weights + ".weight", outputs, input.Channels), 1, 0);
        string product = network.Graph.Node("Add", [network.Graph.Node("MatMul", [channelsLast, weight]), network.Graph.Weight(weights + ".bias", outputs)]);
        string text = string.Create(CultureInfo.InvariantCulture, $"PointwiseLinear({outputs}, Weights = \"{weights}\")");
        return new Written(text, network.Graph.Transpose(product, 0, 3, 1, 2), [outputs, .. input.Points]);
    }

    public static Written? Linear(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.HasPoints)
        {
            return null;
        }

        int outputs = network.Next(1, 50);
        bool bias = !network.Chance(3);
        string weights = network.NextWeights();
        List<string> inputs = [input.Node, network.Graph.Weight(weights + ".weight", outputs, input.Channels)];
        if (bias)
        {
            inputs.Add(network.Graph.Weight(weights + ".bias", outputs));
        }

        string text = string.Create(CultureInfo.InvariantCulture, $"Linear({outputs}, Bias = {(bias ? "true" : "false")}, Weights = \"{weights}\")");
        return new Written(text, network.Graph.Node("Gemm", [.. inputs], OnnxGraph.Int("transB", 1)), [outputs]);
    }

    /// <summary>The input with what lies before and after it along each axis.</summary>
    public static string Pad(RandomNetwork network, string node, WindowChoice windows, float value)
    {
        long[] pads = [0, 0, .. windows.Axes.Select(axis => (long)axis.Padding), 0, 0, .. windows.Axes.Select(axis => (long)Math.Max(axis.Padding, axis.End))];
        return pads.All(pad => pad == 0) ? node : network.Graph.Node("Pad", [node, network.Graph.Integers(pads), network.Graph.Scalar(value)]);
    }
}
