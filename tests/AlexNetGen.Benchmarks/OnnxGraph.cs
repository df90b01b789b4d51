using System.Globalization;
using System.Runtime.InteropServices;
using AlexNetGen.Weights;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// An ONNX model being written (opset 18), a node at a time. Field numbers are those of onnx.proto: ModelProto, GraphProto,
/// NodeProto, AttributeProto, TensorProto, ValueInfoProto.
/// </summary>
internal sealed class OnnxGraph
{
    public const string Input = "input";

    private const int Float = 1;
    private const int Int64 = 7;

    private readonly List<ProtobufMessage> _nodes = [];
    private readonly List<ProtobufMessage> _constants = [];
    private readonly List<(string Name, int[] Shape)> _weights = [];
    private int _names;

    /// <summary>The tensors it reads from the weights.</summary>
    public IReadOnlyList<(string Name, int[] Shape)> Weights => _weights;

    /// <summary>What the names of the nodes begin with.</summary>
    public string Prefix { get; set; } = string.Empty;

    /// <summary>What is written so far, to go back to.</summary>
    public (int Nodes, int Constants, int Weights) Mark => (_nodes.Count, _constants.Count, _weights.Count);

    /// <summary>Takes away what was written after a mark.</summary>
    public void Return((int Nodes, int Constants, int Weights) mark)
    {
        _nodes.RemoveRange(mark.Nodes, _nodes.Count - mark.Nodes);
        _constants.RemoveRange(mark.Constants, _constants.Count - mark.Constants);
        _weights.RemoveRange(mark.Weights, _weights.Count - mark.Weights);
    }

    public string Node(string operation, string[] inputs, params ProtobufMessage[] attributes)
    {
        string result = Name(operation);
        ProtobufMessage node = new();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, result).Text(3, result).Text(4, operation);
        foreach (ProtobufMessage attribute in attributes)
        {
            node.Message(5, attribute);
        }

        _nodes.Add(node);
        return result;
    }

    /// <summary>A tensor of the weights.</summary>
    public string Weight(string name, params int[] shape)
    {
        _weights.Add((name, shape));
        return name;
    }

    /// <summary>A tensor of values.</summary>
    public string Constant(float[] values, params int[] shape)
    {
        string name = Name("constant");
        _constants.Add(Tensor(name, Float, MemoryMarshal.AsBytes<float>(values), shape));
        return name;
    }

    public string Scalar(float value) => Constant([value]);

    public string Integers(params long[] values)
    {
        string name = Name("integers");
        _constants.Add(Tensor(name, Int64, MemoryMarshal.AsBytes<long>(values), [values.Length]));
        return name;
    }

    /// <summary>The values with another shape.</summary>
    public string Reshape(string input, params int[] shape) => Node("Reshape", [input, Integers([.. shape.Select(length => (long)length)])]);

    public string Transpose(string input, params int[] order) => Node("Transpose", [input], Ints("perm", order));

    /// <summary>The model's bytes.</summary>
    /// <param name="input">The shape of the input, without the batch.</param>
    /// <param name="outputs">The nodes that are outputs.</param>
    /// <param name="weights">The values of the weights.</param>
    /// <param name="batch">The inputs of a run.</param>
    public byte[] Write(int[] input, IEnumerable<string> outputs, ITensorSource weights, int batch = 1)
    {
        ProtobufMessage graph = new ProtobufMessage().Text(2, "network").Message(11, Value(Input, [batch, .. input]));
        _nodes.ForEach(node => graph.Message(1, node));
        _constants.ForEach(constant => graph.Message(5, constant));
        foreach ((string name, int[] shape) in _weights)
        {
            graph.Message(5, Tensor(name, Float, MemoryMarshal.AsBytes<float>(weights.Read(name)), shape));
        }

        foreach (string output in outputs)
        {
            graph.Message(12, Value(output, null));
        }

        return new ProtobufMessage().Number(1, 8).Message(7, graph)
            .Message(8, new ProtobufMessage().Text(1, string.Empty).Number(2, 18)).Bytes.ToArray();
    }

    public static ProtobufMessage Real(string name, double value) => new ProtobufMessage().Text(1, name).Real(2, (float)value).Number(20, 1);

    public static ProtobufMessage Int(string name, long value) => new ProtobufMessage().Text(1, name).Number(3, value).Number(20, 2);

    public static ProtobufMessage Text(string name, string value) => new ProtobufMessage().Text(1, name).Text(4, value).Number(20, 3);

    public static ProtobufMessage Ints(string name, params IEnumerable<int> values)
    {
        ProtobufMessage attribute = new ProtobufMessage().Text(1, name);
        foreach (int value in values)
        {
            attribute.Number(8, value);
        }

        return attribute.Number(20, 7);
    }

    private string Name(string stem) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{stem}_{_names++}");

    private static ProtobufMessage Tensor(string name, int type, ReadOnlySpan<byte> values, int[] shape)
    {
        ProtobufMessage tensor = new();
        foreach (int length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor.Number(2, type).Text(8, name).Blob(9, values);
    }

    private static ProtobufMessage Value(string name, int[]? shape)
    {
        ProtobufMessage type = new ProtobufMessage().Number(1, Float);
        if (shape is not null)
        {
            ProtobufMessage dimensions = new();
            foreach (int length in shape)
            {
                dimensions.Message(1, new ProtobufMessage().Number(1, length));
            }

            type.Message(2, dimensions);
        }

        return new ProtobufMessage().Text(1, name).Message(2, new ProtobufMessage().Message(1, type));
    }
}
