using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Writes small graphs that break every rule with a fix: branches that differ, assertions of another framework, idle biases and activations.</summary>
internal sealed class RandomGraphs(int seed)
{
    private static readonly string[] Dialects = ["PyTorch", "PyTorch", "Caffe", "CudaConvnet", "Onnx"];

    private readonly Random _random = new(seed);

    /// <summary>A source with one network in a namespace of its own.</summary>
    public string Next(int number)
    {
        string dialect = Dialects[_random.Next(Dialects.Length)];
        string rounding = Chance(2, 3) ? ", Rounding = Rounding.Floor" : string.Empty;
        List<string> layers = [];
        int count = _random.Next(2, 7);
        for (int i = 1; i <= count; i++)
        {
            layers.Add(Layer(i, i == count));
        }

        string network = $"2, {Number(_random.Next(10, 30))}, {Number(_random.Next(10, 30))}, Dialect = Dialect.{dialect}";
        if (rounding.Length > 0 && Chance(1, 2))
        {
            Assert(layers, network);
        }

        string lines = string.Join("\n", layers.Select((attributes, i) => $"    [{attributes}] public static partial Layer L{Number(i + 1)} {{ get; }}"));
        return Source(number, network + rounding, lines);
    }

    /// <summary>Lets a layer assert what it would be if every window were rounded up.</summary>
    private void Assert(List<string> layers, string network)
    {
        string lines = string.Join("\n", layers.Select((attributes, i) => $"    [{attributes}] public static partial Layer L{Number(i + 1)} {{ get; }}"));
        Compilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, Source(0, network + ", Rounding = Rounding.Ceil", lines));
        CheckedNetwork up = NetworkChecker.Try(DeclarationReader.Read(compilation.GetTypeByMetadataName("Before0.Net")!, compilation, CancellationToken.None).Declaration);
        int layer = _random.Next(layers.Count);
        if (up.Layers[layer].Output is { } output)
        {
            layers[layer] += Chance(1, 2)
                ? $", Shape({string.Join(", ", output.Dimensions)})"
                : $", Parameters({Number((int)up.Layers[layer].Operations.Sum(operation => operation.Parameters) + (Chance(1, 2) ? 2 : 0))})";
        }
    }

    private string Layer(int number, bool isLast)
    {
        if (number > 2 && Chance(1, 3))
        {
            string merge = Chance(2, 3) ? "Add" : "Concat";
            return $"{merge}(nameof(L{Number(_random.Next(1, number))}), {(Chance(1, 4) ? "Network.Input" : $"nameof(L{Number(number - 1)})")}){(Chance(1, 2) ? ", ReLU" : string.Empty)}";
        }

        if (isLast && Chance(1, 2))
        {
            return $"{(Chance(3, 4) ? "Flatten, " : string.Empty)}Linear(3), ReLU";
        }

        string from = number > 1 && Chance(1, 3) ? $"From({(number == 2 ? "Network.Input" : $"nameof(L{Number(_random.Next(1, number - 1))})")}), " : string.Empty;
        if (Chance(1, 3))
        {
            return $"{from}{(Chance(1, 2) ? "MaxPool2d" : "AvgPool2d")}(Kernel = {Number(_random.Next(2, 4))}, Stride = {Number(_random.Next(1, 3))})";
        }

        int kernel = _random.Next(1, 4);
        string layer = $"{from}Conv2d({Number(Chance(3, 4) ? 2 : 4)}, Kernel = {Number(kernel)}"
            + $"{(Chance(1, 3) ? ", Stride = 2" : string.Empty)}{(Chance(1, 2) ? $", Padding = {Number(kernel / 2)}" : string.Empty)}{(Chance(1, 4) ? ", Bias = true" : string.Empty)})";
        layer += Chance(1, 3) ? $", BatchNorm2d(Weights = \"bn{Number(number)}\")" : string.Empty;
        layer += Chance(1, 2) ? ", ReLU" : string.Empty;
        layer += Chance(1, 4) ? ", ReLU" : string.Empty;
        return layer + (Chance(1, 5) ? ", MaxPool2d(Kernel = 2)" : string.Empty);
    }

    private static string Source(int number, string network, string layers) => $$"""
        using AlexNetGen;

        namespace Before{{Number(number)}};

        [Network({{network}})]
        internal sealed partial class Net
        {
        {{layers}}
        }
        """;

    private bool Chance(int of, int among) => _random.Next(among) < of;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
