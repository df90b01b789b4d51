using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>The result of a layer: its name, its node in the ONNX graph, its shape without the batch.</summary>
internal sealed record Value(string Layer, string Node, int[] Shape)
{
    public int Channels => Shape[0];

    /// <summary>Whether it is channels x height x width, or channels x length.</summary>
    public bool HasPoints => Shape.Length > 1;

    public int[] Points => Shape[1..];

    public int Length => Shape.Aggregate(1, (product, length) => product * length);
}

/// <summary>An operation that was written: its attribute, and the node and shape of its result.</summary>
internal sealed record Written(string Attribute, string Node, int[] Shape);

/// <summary>
/// A legal declaration and the ONNX graph that means the same, written side by side; the shapes come from the rules of the
/// frameworks, written here once more.
/// </summary>
internal sealed class RandomNetwork
{
    private const int LargestValue = 4_000;

    private readonly List<string> _lines = [];
    private readonly List<Value> _values;
    private readonly HashSet<string> _read = [];
    private readonly Random _random;
    private int _weights;

    public RandomNetwork(int number, Random random, IDictionary<string, int> used)
    {
        _random = random;
        Name = string.Create(CultureInfo.InvariantCulture, $"Net{number}");
        Input = random.Next(10) switch
        {
            0 => [random.Next(2, 40)],
            1 or 2 => [random.Next(1, 7), random.Next(6, 30)],
            _ => [random.Next(1, 7), random.Next(5, 14), random.Next(5, 14)],
        };
        IsBranching = random.Next(2) == 0;
        _values = [new Value("Network.Input", OnnxGraph.Input, Input)];
        int layers = random.Next(3, 8);
        for (int i = 1; i <= layers; i++)
        {
            AddLayer(string.Create(CultureInfo.InvariantCulture, $"L{i}"), used);
        }

        Value[] outputs = [.. _values.Skip(1).Where((value, i) => i == _values.Count - 2 || !_read.Contains(value.Layer))];
        Outputs = [.. outputs.Select(value => value.Node)];
        IEnumerable<string> unread = outputs[..^1].Select(value => value.Layer);
        Source = $$"""
            [Network({{string.Join(", ", Input.Select(length => length.ToString(CultureInfo.InvariantCulture)))}})]
            public sealed partial class {{Name}}
            {
            {{string.Join("\n", _lines.Select(line => unread.Any(layer => line.Contains($" {layer} {{", StringComparison.Ordinal)) ? line.Replace("    [", "    [Output, ", StringComparison.Ordinal) : line))}}
            }

            """;
    }

    public string Name { get; }

    public int[] Input { get; }

    public bool IsBranching { get; }

    /// <summary>Whether some length is not whole before it is rounded.</summary>
    public bool IsRounded { get; private set; }

    public OnnxGraph Graph { get; } = new();

    /// <summary>The nodes of its outputs.</summary>
    public IReadOnlyList<string> Outputs { get; }

    public string Source { get; }

    /// <summary>The prefix of the next weights.</summary>
    public string NextWeights() => string.Create(CultureInfo.InvariantCulture, $"w{_weights++}");

    public int Next(int smallest, int largest) => _random.Next(smallest, largest + 1);

    public bool Chance(int of) => _random.Next(of) == 0;

    public double Real(double smallest, double largest) => Math.Round(smallest + (_random.NextDouble() * (largest - smallest)), 2);

    /// <summary>A divisor of a number.</summary>
    public int Divisor(int number)
    {
        int[] divisors = [.. Enumerable.Range(1, number).Where(candidate => number % candidate == 0)];
        return divisors[_random.Next(divisors.Length)];
    }

    public void Rounds() => IsRounded = true;

    /// <summary>Another result, to be merged with one; null where none will do.</summary>
    public Value? Other(Value value, Func<Value, bool> matches)
    {
        Value[] others = [.. _values.Where(other => other != value && matches(other))];
        return others.Length == 0 ? null : others[_random.Next(others.Length)];
    }

    /// <summary>A result as an argument.</summary>
    public static string Reads(Value value) => value.Layer == "Network.Input" ? value.Layer : $"nameof({value.Layer})";

    private void AddLayer(string name, IDictionary<string, int> used)
    {
        Value previous = _values[^1];
        Value input = IsBranching && _random.Next(3) == 0 ? _values[_random.Next(_values.Count)] : previous;
        List<string> attributes = [];
        string node = input.Node;
        int[] shape = input.Shape;
        int operations = _random.Next(1, 3);
        for (int i = 0; i < operations; i++)
        {
            Value current = new(i == 0 ? input.Layer : name, node, shape);
            (string operation, Written written) = Choose(current, isFirst: i == 0, used);
            used[operation] = used.TryGetValue(operation, out int count) ? count + 1 : 1;
            attributes.Add(written.Attribute);
            (node, shape) = (written.Node, written.Shape);
        }

        if (input != previous && !attributes[0].Contains(Reads(input), StringComparison.Ordinal))
        {
            attributes.Insert(0, $"From({Reads(input)})");
        }

        _read.UnionWith(_values.Where(value => value == input || attributes.Any(attribute => attribute.Contains(Reads(value), StringComparison.Ordinal))).Select(value => value.Layer));
        _lines.Add($"    [{string.Join(", ", attributes)}] public static partial Layer {name} {{ get; }}");
        _values.Add(new Value(name, node, shape));
    }

    /// <summary>Whether its lengths can be rounded: it comes sooner until one was.</summary>
    private static bool HasWindows(string operation) => operation is "Conv1d" or "Conv2d" or "MaxPool1d" or "MaxPool2d" or "AvgPool1d" or "AvgPool2d";

    /// <summary>One of the operations that apply, those used less so far rather than others.</summary>
    private (string Operation, Written Written) Choose(Value input, bool isFirst, IDictionary<string, int> used)
    {
        IEnumerable<KeyValuePair<string, Func<RandomNetwork, Value, bool, Written?>>> order = Catalog.All
            .OrderBy(operation => (used.TryGetValue(operation.Key, out int count) ? count : 0) + _random.Next(40) - (IsRounded || !HasWindows(operation.Key) ? 0 : 80));
        foreach ((string operation, Func<RandomNetwork, Value, bool, Written?> write) in order)
        {
            (int Nodes, int Constants, int Weights) mark = Graph.Mark;
            if (write(this, input, isFirst) is { } written && written.Shape.Aggregate(1, (product, length) => product * length) <= LargestValue)
            {
                return (operation, written);
            }

            Graph.Return(mark);
        }

        throw new InvalidOperationException("Nothing applies.");
    }
}
