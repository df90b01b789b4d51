using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Pools over windows.</summary>
internal static class Pools
{
    public static Written? Largest(RandomNetwork network, Value input, int rank)
    {
        if (input.Shape.Length != rank + 1 || WindowChoice.Next(network, input.Points, dilates: true, pools: true) is not { } windows)
        {
            return null;
        }

        // Padding is less than any value.
        string node = network.Graph.Node(
            "MaxPool",
            [Convolutions.Pad(network, input.Node, windows, float.MinValue)],
            OnnxGraph.Ints("kernel_shape", windows.Kernel),
            OnnxGraph.Ints("strides", windows.Axes.Select(axis => axis.Stride)),
            OnnxGraph.Ints("dilations", windows.Axes.Select(axis => axis.Dilation)));
        return new Written(string.Create(CultureInfo.InvariantCulture, $"MaxPool{rank}d({windows.Text})"), node, [input.Channels, .. windows.Output]);
    }

    /// <summary>A sum over each window by a convolution with ones, divided by the number of values that PyTorch counts.</summary>
    public static Written? Average(RandomNetwork network, Value input, int rank)
    {
        if (input.Shape.Length != rank + 1 || WindowChoice.Next(network, input.Points, dilates: false, pools: true) is not { } windows)
        {
            return null;
        }

        bool countsPadding = network.Chance(2);
        float[] ones = new float[input.Channels * windows.Kernel.Aggregate(1, (product, length) => product * length)];
        Array.Fill(ones, 1);
        string sum = network.Graph.Node(
            "Conv",
            [Convolutions.Pad(network, input.Node, windows, 0), network.Graph.Constant(ones, [input.Channels, 1, .. windows.Kernel])],
            OnnxGraph.Ints("strides", windows.Axes.Select(axis => axis.Stride)),
            OnnxGraph.Int("group", input.Channels));
        float[] factors = [.. Counts(windows, countsPadding).Select(count => 1f / count)];
        string node = network.Graph.Node("Mul", [sum, network.Graph.Constant(factors, [1, 1, .. windows.Output])]);
        string text = string.Create(CultureInfo.InvariantCulture, $"AvgPool{rank}d({windows.Text}, CountIncludePad = {(countsPadding ? "true" : "false")})");
        return new Written(text, node, [input.Channels, .. windows.Output]);
    }

    /// <summary>PyTorch's avg_pool2d: padding counts, what hangs over it does not.</summary>
    private static IEnumerable<int> Counts(WindowChoice windows, bool countsPadding)
    {
        IEnumerable<int> Along(WindowChoice.Axis axis) => Enumerable.Range(0, axis.Output).Select(window =>
        {
            int start = axis.Start(window);
            int end = Math.Min(start + axis.Kernel, axis.Input + axis.Padding);
            return countsPadding ? end - start : Math.Min(end, axis.Input) - Math.Max(start, 0);
        });

        return windows.Axes.Length == 1 ? Along(windows.Axes[0]) : Along(windows.Axes[0]).SelectMany(rows => Along(windows.Axes[1]).Select(columns => rows * columns));
    }
}
