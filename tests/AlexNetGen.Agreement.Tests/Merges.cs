namespace AlexNetGen.Agreement.Tests;

/// <summary>Operations that read several layers.</summary>
internal static class Merges
{
    public static Written? Add(RandomNetwork network, Value input, bool isFirst) =>
        network.Other(input, other => other.Shape.SequenceEqual(input.Shape)) is { } other
            ? new Written($"Add({Layers(input, other, isFirst)})", network.Graph.Node("Add", [input.Node, other.Node]), input.Shape)
            : null;

    public static Written? Multiply(RandomNetwork network, Value input, bool isFirst)
    {
        bool IsGate(Value other) => input.HasPoints && other.Shape.SequenceEqual([input.Channels, .. input.Points.Select(_ => 1)]);
        return network.Other(input, other => other.Shape.SequenceEqual(input.Shape) || IsGate(other)) is { } other
            ? new Written($"Multiply({Layers(input, other, isFirst)})", network.Graph.Node("Mul", [input.Node, other.Node]), input.Shape)
            : null;
    }

    public static Written? Concat(RandomNetwork network, Value input, bool isFirst)
    {
        int axis = input.Shape.Length == 3 && network.Chance(2) ? network.Next(1, 2) : 0;
        bool Matches(Value other) => other.Shape.Length == input.Shape.Length && other.Shape.Index().All(item => item.Index == axis || item.Item == input.Shape[item.Index]);
        if (network.Other(input, Matches) is not { } other)
        {
            return null;
        }

        string where = axis switch { 1 => ", Axis = ConcatAxis.Height", 2 => ", Axis = ConcatAxis.Width", _ => string.Empty };
        int[] shape = [.. input.Shape];
        shape[axis] += other.Shape[axis];
        return new Written($"Concat({Layers(input, other, isFirst)}{where})", network.Graph.Node("Concat", [input.Node, other.Node], OnnxGraph.Int("axis", axis + 1)), shape);
    }

    /// <summary>The first operation of a layer names all that it reads; another reads the result so far.</summary>
    private static string Layers(Value input, Value other, bool isFirst) =>
        isFirst ? $"{RandomNetwork.Reads(input)}, {RandomNetwork.Reads(other)}" : RandomNetwork.Reads(other);
}
