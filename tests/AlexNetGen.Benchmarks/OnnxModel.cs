using System.Runtime.InteropServices;
using AlexNetGen.Weights;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// Writes a network as an ONNX model (opset 17), from its description. Field numbers are those of onnx.proto:
/// ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="weights">Its weights.</param>
/// <param name="batch">The images of a run.</param>
internal sealed class OnnxModel(NetworkDescription network, ITensorSource weights, int batch)
{
    public const string Input = "input";

    private readonly ProtobufMessage _graph = new();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>What stands in the name of every node of a layer.</summary>
    public static string Mark(string layer) => $"[{layer}]";

    /// <summary>The model's bytes.</summary>
    /// <exception cref="NotSupportedException">An operation is not among those known here, or there are several outputs.</exception>
    public byte[] Write()
    {
        if (network.Outputs.Count > 1)
        {
            throw new NotSupportedException("it has several outputs.");
        }

        Dictionary<string, string> results = new(StringComparer.Ordinal);
        string current = Input;
        foreach (Layer layer in network.Layers)
        {
            string[] inputs = layer.Inputs.Count == 0 ? [Input] : [.. layer.Inputs.Select(name => results[name])];
            current = inputs[0];
            for (int i = 0; i < layer.Operations.Count; i++)
            {
                // Further right on a layer a merge also takes the result so far.
                string[] merged = i == 0 ? inputs : [current, .. inputs[1..]];
                current = new OnnxOperation(this, layer.Operations[i], Mark(layer.Name), batch).Write(current, merged);
            }

            results[layer.Name] = current;
        }

        _graph.Text(2, network.Name).Message(11, Value(Input, network.Input)).Message(12, Value(current, network.Output));
        return new ProtobufMessage().Number(1, 8).Message(7, _graph)
            .Message(8, new ProtobufMessage().Text(1, string.Empty).Number(2, 17)).Bytes.ToArray();
    }

    /// <summary>Adds a node; returns the name of its result.</summary>
    public string Node(string layer, string operation, string[] inputs, params ReadOnlySpan<ProtobufMessage> attributes)
    {
        string result = $"{layer}{operation}{_nodes++}";
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

        _graph.Message(1, node);
        return result;
    }

    /// <summary>Adds a tensor of the weights; returns its name.</summary>
    public string Tensor(TensorDescription tensor) => Tensor(tensor.Name, weights.Read(tensor.Name), tensor.Shape);

    /// <summary>Adds a tensor, once; returns its name.</summary>
    public string Tensor(string name, float[] values, IEnumerable<int> shape)
    {
        if (_written.Add(name))
        {
            _graph.Message(5, Dimensions(shape).Number(2, 1).Text(8, name).Blob(9, MemoryMarshal.AsBytes<float>(values)));
        }

        return name;
    }

    /// <summary>Adds a tensor of whole numbers; returns its name.</summary>
    public string Tensor(string name, long[] values)
    {
        _graph.Message(5, Dimensions([values.Length]).Number(2, 7).Text(8, name).Blob(9, MemoryMarshal.AsBytes<long>(values)));
        return name;
    }

    private static ProtobufMessage Dimensions(IEnumerable<int> shape)
    {
        ProtobufMessage tensor = new();
        foreach (int length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor;
    }

    private ProtobufMessage Value(string name, TensorShape shape)
    {
        ProtobufMessage dimensions = new();
        foreach (int length in shape.Prepend(batch))
        {
            dimensions.Message(1, new ProtobufMessage().Number(1, length));
        }

        return new ProtobufMessage().Text(1, name)
            .Message(2, new ProtobufMessage().Message(1, new ProtobufMessage().Number(1, 1).Message(2, dimensions)));
    }
}
