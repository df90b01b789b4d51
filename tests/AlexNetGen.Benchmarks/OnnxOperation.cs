using System.Globalization;
using AlexNetGen.Weights;
using static AlexNetGen.Benchmarks.OnnxGraph;

namespace AlexNetGen.Benchmarks;

/// <summary>Writes one operation as ONNX nodes.</summary>
/// <param name="graph">Takes the nodes.</param>
/// <param name="operation">The operation.</param>
/// <param name="weights">The values of the weights, of which some are written in another order.</param>
/// <param name="batch">The images of a run.</param>
internal sealed class OnnxOperation(OnnxGraph graph, OperationDescription operation, ITensorSource weights, int batch)
{
    /// <summary>Adds the nodes; returns the name of the result.</summary>
    /// <param name="input">What the operation reads.</param>
    /// <param name="merged">What it reads if it merges.</param>
    public string Write(string input, string[] merged) => operation.Name switch
    {
        "Conv2d" => Weighted("Conv", input, [.. Windows(), Int("group", Number("Groups", 1))]),
        "ConvTranspose2d" => Weighted("ConvTranspose", input, [.. Enlarging(), Int("group", Number("Groups", 1))]),
        "PointwiseLinear" => OverChannels(input, Product),
        "MaxPool2d" => Node("MaxPool", input, Windows()),
        "AvgPool2d" => Node("AveragePool", input, [.. Windows(), Int("count_include_pad", Text("CountIncludePad") == "false" ? 0 : 1)]),
        "GlobalAvgPool" => Node("GlobalAveragePool", input),
        "AdaptiveAvgPool2d" => Adaptive(input),
        "LayerNorm" => OverChannels(input, channelsLast => graph.Node("LayerNormalization", [channelsLast, .. operation.Tensors.Select(Tensor)], Int("axis", -1), Real("epsilon", Given("Epsilon", 1e-5f)))),
        "ChannelScale" => graph.Node("Mul", [input, graph.Constant(weights.Read(operation.Tensors[0].Name), operation.Tensors[0].Shape[0], 1, 1)]),
        "LocalResponseNorm" => Node("LRN", input, Int("size", Positional(0)), Real("alpha", Given("Alpha", 1e-4f)), Real("beta", Given("Beta", 0.75f)), Real("bias", Given("K", 1))),
        "BatchNorm2d" => Normalise(input),
        "Linear" => Weighted("Gemm", input, Int("transB", 1)),
        "Flatten" => Node("Flatten", input, Int("axis", 1)),
        "Add" => merged.Skip(1).Aggregate(merged[0], (sum, next) => graph.Node("Add", [sum, next])),
        "Multiply" => merged.Skip(1).Aggregate(merged[0], (product, next) => graph.Node("Mul", [product, next])),
        "Concat" when Text("Axis") is null => graph.Node("Concat", merged, Int("axis", 1)),
        "Slice" => Slice(input, Positional(0), Positional(0) + Positional(1)),
        "Split" => Slice(input, operation.Output[0] * Positional(1), operation.Output[0] * (Positional(1) + 1)),
        "ChannelShuffle" => Shuffle(input, Positional(0)),
        "ReLU" => Node("Relu", input),
        "ReLU6" => graph.Node("Clip", [input, graph.Scalar(0), graph.Scalar(6)]),
        "Sigmoid" => Node("Sigmoid", input),
        "Tanh" => Node("Tanh", input),
        "SiLU" => graph.Node("Mul", [input, Node("Sigmoid", input)]),
        "GELU" when operation.Arguments.Length == 0 => Gelu(input),
        "HardSwish" => Node("HardSwish", input),
        "HardSigmoid" => Node("HardSigmoid", input, Real("alpha", 1f / 6)),
        "Softmax" => Node("Softmax", input, Int("axis", 1)),
        "LogSoftmax" => Node("LogSoftmax", input, Int("axis", 1)),
        "Dropout" or "Identity" => input,
        _ => throw new NotSupportedException($"{operation.Name}({operation.Arguments}) is not written as ONNX yet."),
    };

    private string Node(string name, string input, params ProtobufMessage[] attributes) => graph.Node(name, [input], attributes);

    private string Weighted(string name, string input, params ProtobufMessage[] attributes) =>
        graph.Node(name, [input, .. operation.Tensors.Select(Tensor)], attributes);

    private string Tensor(TensorDescription tensor) => graph.Weight(tensor.Name, [.. tensor.Shape]);

    // As torchvision does it: channels last between two transpositions, of which ONNX Runtime removes what meets.
    private string OverChannels(string input, Func<string, string> compute) =>
        operation.Input.Rank == 3 ? graph.Transpose(compute(graph.Transpose(input, 0, 2, 3, 1)), 0, 3, 1, 2) : compute(input);

    // torch.nn.Linear, whose weight is [output][input].
    private string Product(string input)
    {
        TensorDescription weight = operation.Tensors[0];
        int outputs = weight.Shape[0], inputs = weight.Shape[1];
        float[] values = weights.Read(weight.Name);
        float[] transposed = [.. Enumerable.Range(0, values.Length).Select(i => values[(i % outputs * inputs) + (i / outputs)])];
        string product = graph.Node("MatMul", [input, graph.Constant(transposed, inputs, outputs)]);
        return operation.Tensors.Count == 1 ? product : graph.Node("Add", [product, Tensor(operation.Tensors[1])]);
    }

    // The nodes that PyTorch writes, and that ONNX Runtime takes together.
    private string Gelu(string input)
    {
        string error = Node("Erf", graph.Node("Div", [input, graph.Scalar(MathF.Sqrt(2))]));
        return graph.Node("Mul", [graph.Node("Mul", [input, graph.Node("Add", [error, graph.Scalar(1)])]), graph.Scalar(0.5f)]);
    }

    private string Normalise(string input)
    {
        string[] tensors = [.. operation.Tensors.Select(Tensor)];
        return graph.Node("BatchNormalization", [input, .. tensors], Real("epsilon", Given("Epsilon", 1e-5f)));
    }

    private string Adaptive(string input)
    {
        (int rows, int columns) = (operation.Output[1], operation.Output[2]);
        if (operation.Input.Equals(operation.Output))
        {
            return input;
        }

        if (rows == 1 && columns == 1)
        {
            return Node("GlobalAveragePool", input);
        }

        (int height, int width) = (operation.Input[1] / rows, operation.Input[2] / columns);
        return operation.Input[1] % rows == 0 && operation.Input[2] % columns == 0
            ? Node("AveragePool", input, Ints("kernel_shape", height, width), Ints("strides", height, width))
            : throw new NotSupportedException("an adaptive pool with windows of several sizes is not written as ONNX.");
    }

    private string Slice(string input, int begin, int end) =>
        graph.Node("Slice", [input, graph.Integers(begin), graph.Integers(end), graph.Integers(1)]);

    private string Shuffle(string input, int groups)
    {
        TensorShape shape = operation.Input;
        string dealt = graph.Reshape(input, batch, groups, shape[0] / groups, shape[1], shape[2]);
        return graph.Reshape(graph.Transpose(dealt, 0, 2, 1, 3, 4), batch, shape[0], shape[1], shape[2]);
    }

    // What lies beyond the input follows from the output's size, so that every rounding becomes padding.
    private ProtobufMessage[] Windows()
    {
        if (Text("AutoPad") is not null)
        {
            throw new NotSupportedException("AutoPad is not written as ONNX yet.");
        }

        (int height, int width) = (Number("KernelHeight", Number("Kernel", 1)), Number("KernelWidth", Number("Kernel", 1)));
        bool isPool = operation.Name != "Conv2d";
        (int down, int across) = (Number("StrideHeight", Number("Stride", isPool ? height : 1)), Number("StrideWidth", Number("Stride", isPool ? width : 1)));
        (int rows, int columns) = (Number("DilationHeight", Number("Dilation", 1)), Number("DilationWidth", Number("Dilation", 1)));
        int top = Number("PaddingTop", Number("PaddingHeight", Number("Padding", 0))), left = Number("PaddingLeft", Number("PaddingWidth", Number("Padding", 0)));
        int bottom = Beyond(1, height, down, rows, top), right = Beyond(2, width, across, columns, left);
        ProtobufMessage[] windows = [Ints("kernel_shape", height, width), Ints("strides", down, across), Ints("pads", top, left, bottom, right)];
        return rows == 1 && columns == 1 ? windows : [.. windows, Ints("dilations", rows, columns)];

        int Beyond(int axis, int kernel, int stride, int dilation, int before) =>
            Math.Max(0, ((operation.Output[axis] - 1) * stride) + (dilation * (kernel - 1)) + 1 - operation.Input[axis] - before);
    }

    // What the padding does not cut off at the end follows from the output's size.
    private ProtobufMessage[] Enlarging()
    {
        (int height, int width) = (Number("KernelHeight", Number("Kernel", 1)), Number("KernelWidth", Number("Kernel", 1)));
        (int down, int across) = (Number("StrideHeight", Number("Stride", 1)), Number("StrideWidth", Number("Stride", 1)));
        (int rows, int columns) = (Number("DilationHeight", Number("Dilation", 1)), Number("DilationWidth", Number("Dilation", 1)));
        int top = Number("PaddingHeight", Number("Padding", 0)), left = Number("PaddingWidth", Number("Padding", 0));
        int bottom = CutOff(1, height, down, rows, top), right = CutOff(2, width, across, columns, left);
        return [Ints("kernel_shape", height, width), Ints("strides", down, across), Ints("dilations", rows, columns), Ints("pads", top, left, bottom, right)];

        int CutOff(int axis, int kernel, int stride, int dilation, int before) =>
            ((operation.Input[axis] - 1) * stride) + (dilation * (kernel - 1)) + 1 - before - operation.Output[axis] is >= 0 and int after ? after
                : throw new NotSupportedException("OutputPadding beyond the last tap is not written as ONNX yet.");
    }

    private int Number(string name, int whereLeftOut) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : whereLeftOut;

    private float Given(string name, float whereLeftOut) => Text(name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : whereLeftOut;

    private int Positional(int index) => int.Parse(operation.Arguments.Split(", ")[index], CultureInfo.InvariantCulture);

    private string? Text(string name) => operation.Arguments.Split(", ")
        .Where(argument => argument.StartsWith(name + " = ", StringComparison.Ordinal))
        .Select(argument => argument[(name.Length + 3)..])
        .SingleOrDefault();
}
