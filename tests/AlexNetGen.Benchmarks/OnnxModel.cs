using System.Globalization;
using System.Runtime.InteropServices;
using AlexNetGen.Weights;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// Writes a network as an ONNX model (opset 17), from a network's description. Field numbers are those of
/// onnx.proto: ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto.
/// </summary>
internal static class OnnxModel
{
    public const string Input = "input";

    private const int Float = 1;
    private const int FloatAttribute = 1;
    private const int IntAttribute = 2;
    private const int IntsAttribute = 7;

    /// <summary>The model's bytes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights.</param>
    /// <exception cref="NotSupportedException">An operation is not among those known here.</exception>
    public static byte[] Write(NetworkDescription network, ITensorSource weights)
    {
        ProtobufMessage graph = new();
        Dictionary<string, string> results = new() { [Network.Input] = Input };
        HashSet<string> written = [];
        string current = Input;
        foreach (Layer layer in network.Layers)
        {
            current = layer.Inputs.Count == 0 ? Input : results[layer.Inputs[0]];
            bool isFirst = true;
            foreach (OperationDescription operation in layer.Operations)
            {
                foreach (TensorDescription tensor in operation.Tensors.Where(tensor => written.Add(tensor.Name)))
                {
                    graph.Message(5, Tensor(tensor.Name, weights.Read(tensor.Name), tensor.Shape));
                }

                // A merge reads what it names, and what was computed before it on its layer.
                string[] inputs = operation.Name is "Add" or "Concat"
                    ? [.. isFirst ? Array.Empty<string>() : [current], .. operation.Arguments.Split(", ").Select(name => results[name])]
                    : [current, .. operation.Tensors.Select(tensor => tensor.Name)];
                current = Write(graph, operation, inputs);
                isFirst = false;
            }

            results[layer.Name] = current;
        }

        graph.Text(2, network.Name).Message(11, Value(Input, network.Input)).Message(12, Value(current, network.Output));
        return new ProtobufMessage().Number(1, 8).Message(7, graph)
            .Message(8, new ProtobufMessage().Text(1, string.Empty).Number(2, 17)).Bytes.ToArray();
    }

    private static string Write(ProtobufMessage graph, OperationDescription operation, string[] inputs) => operation.Name switch
    {
        "Conv2d" => Node(graph, "Conv", inputs, [.. Windows(operation), Int("group", Argument(operation, "Groups", 1))]),
        "BatchNorm2d" => Node(graph, "BatchNormalization", inputs, Real32("epsilon", Real(operation, "Epsilon", 1e-5f))),
        "MaxPool2d" => Node(graph, "MaxPool", inputs, Windows(operation)),
        "LocalResponseNorm" => Node(graph, "LRN", inputs, Normalisation(operation)),
        "Linear" => Node(graph, "Gemm", inputs, Int("transB", 1)),
        "Flatten" => Node(graph, "Flatten", inputs, Int("axis", 1)),
        "ReLU" => Node(graph, "Relu", inputs),
        "Add" => Node(graph, "Add", inputs),
        "Concat" => Node(graph, "Concat", inputs, Int("axis", 1)),
        "Dropout" => inputs[0],
        "AdaptiveAvgPool2d" when operation.Input.Equals(operation.Output) => inputs[0],
        "GlobalAvgPool" or "AdaptiveAvgPool2d" when operation.Output[1] == 1 && operation.Output[2] == 1 => Node(graph, "GlobalAveragePool", inputs),
        _ => throw new NotSupportedException($"{operation.Name} is not written as ONNX yet."),
    };

    // What lies beyond the input follows from the output's size, so that every rounding becomes padding.
    private static ProtobufMessage[] Windows(OperationDescription operation)
    {
        int kernel = Argument(operation, "Kernel", 1);
        int stride = Argument(operation, "Stride", operation.Name == "Conv2d" ? 1 : kernel);
        int padding = Argument(operation, "Padding", 0);
        int End(int axis) => Math.Max(0, ((operation.Output[axis] - 1) * stride) + kernel - operation.Input[axis] - padding);
        return [Ints("kernel_shape", kernel, kernel), Ints("strides", stride, stride), Ints("pads", padding, padding, End(1), End(2))];
    }

    private static ProtobufMessage[] Normalisation(OperationDescription operation)
    {
        return
        [
            Int("size", int.Parse(operation.Arguments.Split(',')[0], CultureInfo.InvariantCulture)),
            Real32("alpha", Real(operation, "Alpha", 1e-4f)), Real32("beta", Real(operation, "Beta", 0.75f)), Real32("bias", Real(operation, "K", 1)),
        ];
    }

    private static float Real(OperationDescription operation, string name, float whereLeftOut) =>
        Text(operation, name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : whereLeftOut;

    private static int Argument(OperationDescription operation, string name, int whereLeftOut) =>
        Text(operation, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : whereLeftOut;

    private static string? Text(OperationDescription operation, string name) => operation.Arguments.Split(", ")
        .Where(argument => argument.StartsWith(name + " = ", StringComparison.Ordinal))
        .Select(argument => argument[(name.Length + 3)..])
        .SingleOrDefault();

    // A node's result is named after the operation and the length of the graph before it, which only grows.
    private static string Node(ProtobufMessage graph, string operation, string[] inputs, params ProtobufMessage[] attributes)
    {
        string result = $"{operation}{graph.Bytes.Length}";
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

        graph.Message(1, node);
        return result;
    }

    private static ProtobufMessage Tensor(string name, float[] values, TensorShape shape)
    {
        ProtobufMessage tensor = new();
        foreach (int length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor.Number(2, Float).Text(8, name).Blob(9, MemoryMarshal.AsBytes<float>(values));
    }

    private static ProtobufMessage Value(string name, TensorShape shape)
    {
        ProtobufMessage dimensions = new();
        foreach (int length in shape.Prepend(1))
        {
            dimensions.Message(1, new ProtobufMessage().Number(1, length));
        }

        return new ProtobufMessage().Text(1, name)
            .Message(2, new ProtobufMessage().Message(1, new ProtobufMessage().Number(1, Float).Message(2, dimensions)));
    }

    private static ProtobufMessage Real32(string name, float value) =>
        new ProtobufMessage().Text(1, name).Real(2, value).Number(20, FloatAttribute);

    private static ProtobufMessage Int(string name, long value) =>
        new ProtobufMessage().Text(1, name).Number(3, value).Number(20, IntAttribute);

    private static ProtobufMessage Ints(string name, params int[] values)
    {
        ProtobufMessage attribute = new ProtobufMessage().Text(1, name);
        foreach (int value in values)
        {
            attribute.Number(8, value);
        }

        return attribute.Number(20, IntsAttribute);
    }
}
