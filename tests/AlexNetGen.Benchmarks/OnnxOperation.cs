using System.Globalization;
using static AlexNetGen.Benchmarks.OnnxAttribute;

namespace AlexNetGen.Benchmarks;

/// <summary>Writes one operation as ONNX nodes.</summary>
/// <param name="model">Takes the nodes.</param>
/// <param name="operation">The operation.</param>
/// <param name="layer">What stands in the name of every node.</param>
/// <param name="batch">The images of a run.</param>
internal sealed class OnnxOperation(OnnxModel model, OperationDescription operation, string layer, int batch)
{
    /// <summary>Adds the nodes; returns the name of the result.</summary>
    /// <param name="input">What the operation reads.</param>
    /// <param name="merged">What it reads if it merges.</param>
    public string Write(string input, string[] merged) => operation.Name switch
    {
        "Conv2d" => Weighted("Conv", input, [.. Windows(), Int("group", Number("Groups", 1))]),
        "PointwiseLinear" => Pointwise(input),
        "MaxPool2d" => Node("MaxPool", input, Windows()),
        "AvgPool2d" => Node("AveragePool", input, [.. Windows(), Int("count_include_pad", Text("CountIncludePad") == "false" ? 0 : 1)]),
        "GlobalAvgPool" => Node("GlobalAveragePool", input),
        "AdaptiveAvgPool2d" => Adaptive(input),
        "LocalResponseNorm" => Node("LRN", input, Int("size", Positional(0)), Float("alpha", Real("Alpha", 1e-4f)), Float("beta", Real("Beta", 0.75f)), Float("bias", Real("K", 1))),
        "BatchNorm2d" => Normalise(input),
        "Linear" => Weighted("Gemm", input, Int("transB", 1)),
        "Flatten" => Node("Flatten", input, Int("axis", 1)),
        "Add" => merged.Skip(1).Aggregate(merged[0], (sum, next) => model.Node(layer, "Add", [sum, next])),
        "Multiply" => merged.Skip(1).Aggregate(merged[0], (product, next) => model.Node(layer, "Mul", [product, next])),
        "Concat" when Text("Axis") is null => model.Node(layer, "Concat", merged, Int("axis", 1)),
        "Slice" => Slice(input, Positional(0), Positional(0) + Positional(1)),
        "Split" => Slice(input, operation.Output[0] * Positional(1), operation.Output[0] * (Positional(1) + 1)),
        "ChannelShuffle" => Shuffle(input, Positional(0)),
        "ReLU" => Node("Relu", input),
        "ReLU6" => model.Node(layer, "Clip", [input, Scalar(0), Scalar(6)]),
        "Sigmoid" => Node("Sigmoid", input),
        "Tanh" => Node("Tanh", input),
        "SiLU" => model.Node(layer, "Mul", [input, Node("Sigmoid", input)]),
        "HardSwish" => Node("HardSwish", input),
        "HardSigmoid" => Node("HardSigmoid", input, Float("alpha", 1f / 6)),
        "Softmax" => Node("Softmax", input, Int("axis", 1)),
        "LogSoftmax" => Node("LogSoftmax", input, Int("axis", 1)),
        "Dropout" or "Identity" => input,
        _ => throw new NotSupportedException($"{operation.Name}({operation.Arguments}) is not written as ONNX yet."),
    };

    private string Node(string name, string input, params ReadOnlySpan<ProtobufMessage> attributes) => model.Node(layer, name, [input], attributes);

    private string Weighted(string name, string input, params ReadOnlySpan<ProtobufMessage> attributes) =>
        model.Node(layer, name, [input, .. operation.Tensors.Select(model.Tensor)], attributes);

    private string Scalar(float value) => model.Tensor(FormattableString.Invariant($"scalar{value:R}"), [value], []);

    // torch.nn.Linear over the channels of each pixel is a convolution of one pixel.
    private string Pointwise(string input)
    {
        TensorDescription weight = operation.Tensors[0];
        string shape = model.Tensor(weight.Name + ".shape", [weight.Shape[0], weight.Shape[1], 1, 1]);
        return model.Node(layer, "Conv", [input, model.Node(layer, "Reshape", [model.Tensor(weight), shape]), .. operation.Tensors.Skip(1).Select(model.Tensor)]);
    }

    private string Normalise(string input)
    {
        string[] tensors = [.. operation.Tensors.Select(model.Tensor)];
        return model.Node(layer, "BatchNormalization", [input, .. tensors], Float("epsilon", Real("Epsilon", 1e-5f)));
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

    private string Slice(string input, int begin, int end)
    {
        string name = $"{layer}{input}{begin}";
        return model.Node(layer, "Slice", [input, model.Tensor(name + "begin", [begin]), model.Tensor(name + "end", [end]), model.Tensor(name + "axis", [1])]);
    }

    private string Shuffle(string input, int groups)
    {
        TensorShape shape = operation.Input;
        string dealt = model.Node(layer, "Reshape", [input, model.Tensor($"{layer}{input}dealt", [batch, groups, shape[0] / groups, shape[1], shape[2]])]);
        string turned = model.Node(layer, "Transpose", [dealt], Ints("perm", 0, 2, 1, 3, 4));
        return model.Node(layer, "Reshape", [turned, model.Tensor($"{layer}{input}joined", [batch, shape[0], shape[1], shape[2]])]);
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

    private int Number(string name, int whereLeftOut) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : whereLeftOut;

    private float Real(string name, float whereLeftOut) => Text(name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : whereLeftOut;

    private int Positional(int index) => int.Parse(operation.Arguments.Split(", ")[index], CultureInfo.InvariantCulture);

    private string? Text(string name) => operation.Arguments.Split(", ")
        .Where(argument => argument.StartsWith(name + " = ", StringComparison.Ordinal))
        .Select(argument => argument[(name.Length + 3)..])
        .SingleOrDefault();
}
