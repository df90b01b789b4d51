using System.Globalization;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Writes small networks whose windows seldom fit.</summary>
internal sealed class RandomNetworks(int seed)
{
    private static readonly string[] Dialects = ["PyTorch", "PyTorch", "Caffe", "Onnx", "TensorFlow", "CudaConvnet"];
    private static readonly string[] Roundings = ["Fit", "Fit", "Exact", "Exact", "Floor", "Ceil"];

    private readonly Random _random = new(seed);

    /// <summary>A source with one network in a namespace of its own.</summary>
    public string Next(int number)
    {
        int height = _random.Next(4, 40);
        int width = Chance(3, 5) ? height : _random.Next(4, 40);
        string dialect = Dialects[_random.Next(Dialects.Length)];
        string rounding = Chance(1, 4) ? $", Rounding = Rounding.{Roundings[_random.Next(Roundings.Length)]}" : string.Empty;
        string parameters = Chance(1, 10) ? "[Parameters(100)]" : string.Empty;
        IEnumerable<string> layers = Enumerable.Range(1, _random.Next(1, 5)).Select(layer =>
            $"    [{string.Join(", ", Enumerable.Range(0, Chance(1, 5) ? 2 : 1).Select(_ => Operation(dialect)))}{Shape()}] public static partial Layer L{Number(layer)} {{ get; }}");
        return $$"""
            using AlexNetGen;

            namespace Before{{Number(number)}};

            {{parameters}}
            [Network(2, {{Number(height)}}, {{Number(width)}}, Dialect = Dialect.{{dialect}}{{rounding}})]
            internal sealed partial class Net
            {
            {{string.Join("\n", layers)}}
            }
            """;
    }

    private string Operation(string dialect)
    {
        int kind = _random.Next(3);
        int kernel = _random.Next(1, 6);
        List<string> arguments = kind == 0 ? ["2"] : [];
        arguments.Add($"Kernel = {Number(kernel)}");
        if (Chance(1, 6))
        {
            arguments.Add($"KernelWidth = {Number(_random.Next(kernel, 6))}");
        }

        arguments.Add($"Stride = {Number(_random.Next(1, 5))}");
        if (Chance(1, 8))
        {
            arguments.Add($"StrideHeight = {Number(_random.Next(1, 5))}");
        }

        if (kind != 2 && Chance(1, 4))
        {
            arguments.Add($"Dilation = {Number(_random.Next(1, 4))}");
        }

        int padding = kind == 0 ? 3 : dialect == "PyTorch" ? kernel / 2 : kernel - 1;
        string[] sides = dialect == "CudaConvnet" && kind != 0
            ? ["Padding", "PaddingTop", "PaddingLeft"]
            : ["Padding", "PaddingHeight", "PaddingWidth", "PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"];
        arguments.AddRange(sides.Where(side => Chance(1, side == "Padding" ? 3 : 10)).Select(side => $"{side} = {Number(_random.Next(padding + 1))}"));
        if (Chance(1, 8))
        {
            arguments.Add($"Rounding = Rounding.{Roundings[_random.Next(Roundings.Length)]}");
        }

        // A second operation with weights needs its own prefix.
        string weights = kind == 0 ? $", Weights = \"w{Number(_random.Next())}\"" : string.Empty;
        return $"{(kind == 0 ? "Conv2d" : kind == 1 ? "MaxPool2d" : "AvgPool2d")}({string.Join(", ", arguments)}{weights})";
    }

    private string Shape() => Chance(1, 12) ? $", Shape(2, {Number(_random.Next(1, 10))}, {Number(_random.Next(1, 10))})" : string.Empty;

    private bool Chance(int of, int among) => _random.Next(among) < of;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
