using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Pools to a given size: window i of n is from floor(i * length / n) up to ceil((i + 1) * length / n).</summary>
internal static class AdaptivePools
{
    public static Written? Average(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int rows = network.Next(1, 6), columns = network.Next(1, 6);

        // The mean over a rectangle is the mean over rows of the mean over columns.
        string across = network.Graph.Node("MatMul", [input.Node, network.Graph.Constant(Transposed(Means(input.Shape[2], columns), columns), input.Shape[2], columns)]);
        string node = network.Graph.Node("MatMul", [network.Graph.Constant(Means(input.Shape[1], rows), rows, input.Shape[1]), across]);
        return new Written(string.Create(CultureInfo.InvariantCulture, $"AdaptiveAvgPool2d({rows}, {columns})"), node, [input.Channels, rows, columns]);
    }

    public static Written? Largest(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int size = network.Next(1, 4);
        string rows = Along(network, input.Node, 2, input.Shape[1], size);
        return new Written(string.Create(CultureInfo.InvariantCulture, $"AdaptiveMaxPool2d({size})"), Along(network, rows, 3, input.Shape[2], size), [input.Channels, size, size]);
    }

    public static Written? Global(RandomNetwork network, Value input, bool isFirst) => !input.HasPoints ? null
        : new Written("GlobalAvgPool", network.Graph.Node("GlobalAveragePool", [input.Node]), [input.Channels, .. input.Points.Select(_ => 1)]);

    private static string Along(RandomNetwork network, string node, int axis, int length, int size)
    {
        string[] parts = [.. Enumerable.Range(0, size).Select(i =>
        {
            string slice = network.Graph.Node(
                "Slice", [node, network.Graph.Integers(i * length / size), network.Graph.Integers((((i + 1) * length) + size - 1) / size), network.Graph.Integers(axis)]);
            return network.Graph.Node("ReduceMax", [slice, network.Graph.Integers(axis)]);
        })];
        return network.Graph.Node("Concat", parts, OnnxGraph.Int("axis", axis));
    }

    private static float[] Means(int length, int size)
    {
        float[] matrix = new float[size * length];
        for (int i = 0; i < size; i++)
        {
            int start = i * length / size, end = (((i + 1) * length) + size - 1) / size;
            Array.Fill(matrix, 1f / (end - start), (i * length) + start, end - start);
        }

        return matrix;
    }

    private static float[] Transposed(float[] matrix, int rows)
    {
        int columns = matrix.Length / rows;
        return [.. Enumerable.Range(0, matrix.Length).Select(i => matrix[(i % rows * columns) + (i / rows)])];
    }
}
