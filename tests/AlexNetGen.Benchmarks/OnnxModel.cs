using System.Runtime.InteropServices;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// Writes AlexNet as an ONNX model (opset 17). Field numbers are those of onnx.proto: ModelProto, GraphProto,
/// NodeProto, AttributeProto, TensorProto, ValueInfoProto.
/// </summary>
internal static class OnnxModel
{
    public const string Input = "input";

    private const int Float = 1;
    private const int IntAttribute = 2;
    private const int IntsAttribute = 7;

    /// <summary>The model's bytes.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="classifier">Whether the three fully connected layers follow the convolutions.</param>
    public static byte[] Write(AlexNetParameters parameters, bool classifier)
    {
        var graph = new ProtobufMessage();
        string current = Input;
        int layer = 0;
        foreach (ConvolutionRow row in AlexNetParameters.Convolutions)
        {
            string index = Initializers(graph, parameters, layer++, row.Outputs, row.Inputs, row.Kernel, row.Kernel);
            current = Node(graph, "Conv", [current, "w" + index, "b" + index], Ints("kernel_shape", row.Kernel, row.Kernel),
                Ints("strides", row.Stride, row.Stride), Ints("pads", row.Padding, row.Padding, row.Padding, row.Padding));
            current = Node(graph, "Relu", [current]);
            if (row.Pool)
            {
                current = Node(graph, "MaxPool", [current], Ints("kernel_shape", 3, 3), Ints("strides", 2, 2));
            }
        }

        int[] shape = [1, 256, 6, 6];
        if (classifier)
        {
            current = Node(graph, "Flatten", [current], Int("axis", 1));
            foreach ((int outputs, int inputs) in AlexNetParameters.Linears)
            {
                string index = Initializers(graph, parameters, layer++, outputs, inputs);
                current = Node(graph, "Gemm", [current, "w" + index, "b" + index], Int("transB", 1));
                current = outputs == 1000 ? current : Node(graph, "Relu", [current]);
            }

            shape = [1, 1000];
        }

        graph.Text(2, "alexnet").Message(11, Value(Input, 1, 3, 224, 224)).Message(12, Value(current, shape));
        return new ProtobufMessage().Number(1, 8).Message(7, graph)
            .Message(8, new ProtobufMessage().Text(1, string.Empty).Number(2, 17)).Bytes.ToArray();
    }

    // A node's result has the name of the operation and of what it reads, which is unique in a chain.
    private static string Node(ProtobufMessage graph, string operation, string[] inputs, params ProtobufMessage[] attributes)
    {
        string result = inputs[0] + "." + operation;
        var node = new ProtobufMessage();
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

    private static string Initializers(ProtobufMessage graph, AlexNetParameters parameters, int layer, params int[] shape)
    {
        graph.Message(5, Tensor($"w{layer}", parameters.Weights[layer], shape));
        graph.Message(5, Tensor($"b{layer}", parameters.Biases[layer], shape[0]));
        return $"{layer}";
    }

    private static ProtobufMessage Tensor(string name, float[] values, params int[] shape)
    {
        var tensor = new ProtobufMessage();
        foreach (int length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor.Number(2, Float).Text(8, name).Blob(9, MemoryMarshal.AsBytes<float>(values));
    }

    private static ProtobufMessage Value(string name, params int[] shape)
    {
        var dimensions = new ProtobufMessage();
        foreach (int length in shape)
        {
            dimensions.Message(1, new ProtobufMessage().Number(1, length));
        }

        return new ProtobufMessage().Text(1, name)
            .Message(2, new ProtobufMessage().Message(1, new ProtobufMessage().Number(1, Float).Message(2, dimensions)));
    }

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
