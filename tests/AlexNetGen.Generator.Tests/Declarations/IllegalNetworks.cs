using System.Globalization;
using CsCheck;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Declarations that hold one mistake, whatever else stands in them.</summary>
internal static class IllegalNetworks
{
    /// <summary>Layers that leave 4 channels, and at most a row and a column less.</summary>
    private static readonly Gen<string> LegalLayer = AnyOf(
        "ReLU", "Sigmoid, Dropout(0.2)", "BatchNorm2d", "LocalResponseNorm(3)", "Conv2d(4, Kernel = 3, Padding = 1), ReLU", "Conv2d(4, Kernel = 2)", "MaxPool2d(Kernel = 2, Stride = 1)",
        "AvgPool2d(Kernel = 3, Stride = 1, Padding = 1)", "Conv2d(4, Kernel = 3, Padding = 1, Groups = 2, Bias = false)", "Add(Network.Input, Network.Input)", "From(Network.Input), ReLU");

    private static readonly Gen<int> Small = Gen.Int[int.MinValue, 0];

    /// <summary>Attributes that no layer over 4 x (7 to 24) x (7 to 24) can have.</summary>
    private static readonly Gen<string> IllegalLayer = Gen.OneOf(
        Small.Select(n => $"Conv2d({Number(n)}, Kernel = 3)"),
        Small.Select(n => $"Conv2d(4, Kernel = {Number(n)})"),
        Gen.Int[25, int.MaxValue].Select(n => $"Conv2d(4, Kernel = {Number(n)})"),
        Gen.Int[25, int.MaxValue].Select(n => $"AvgPool2d(Kernel = {Number(n)}, Stride = 1)"),
        Small.Select(n => $"Conv2d(4, Kernel = 3, Stride = {Number(n)})"),
        Small.Select(n => $"MaxPool2d(Kernel = 2, StrideWidth = {Number(n)})"),
        Small.Select(n => $"Conv2d(4, Kernel = 3, Dilation = {Number(n)})"),
        Gen.Int[25, int.MaxValue].Select(n => $"Conv2d(4, Kernel = 2, Dilation = {Number(n)})"),
        Gen.Int[int.MinValue, -1].Select(n => $"Conv2d(4, Kernel = 3, Padding = {Number(n)})"),
        Gen.Int[int.MinValue, -1].Select(n => $"AvgPool2d(Kernel = 3, PaddingLeft = {Number(n)})"),
        Gen.Int[2, int.MaxValue].Select(n => $"MaxPool2d(Kernel = 3, Stride = 1, Padding = {Number(n)})"),
        Gen.Int[5, int.MaxValue].Select(n => $"Conv2d(4, Kernel = 3, Groups = {Number(n)})"),
        Gen.Int[0, 1000].Select(n => $"Conv2d({Number((2 * n) + 1)}, Kernel = 3, Groups = 2)"),
        Gen.Int[0, 1000].Select(n => $"LocalResponseNorm({Number(2 * n)})"),
        Gen.Double[1, 1e9].Select(p => $"Dropout({p.ToString("R", CultureInfo.InvariantCulture)})"),
        Small.Select(n => $"AdaptiveAvgPool2d(3, {Number(n)})"),
        Small.Select(n => $"Flatten, Linear({Number(n)})"),
        Gen.Int[5, int.MaxValue].Select(n => $"ReLU, Shape({Number(n)}, 1, 1)"),
        Gen.Int[1, int.MaxValue].Select(n => $"ReLU, Parameters({Number(n)})"),
        Gen.Int[9, int.MaxValue].Select(n => $"Conv2d(4, Kernel = 3, Rounding = (Rounding){Number(n)})"),
        Gen.Int[1, 9].Select(n => $"From(\"Nowhere{Number(n)}\"), ReLU"),
        Gen.Int[5, 4096].Select(n => $"Conv2d({Number(n)}, Kernel = 1, Weights = \"x\"), Add(Network.Input)"),
        AnyOf(
            "Conv2d", "Conv2d(4)", "Conv2d(Kernel = 3)", "MaxPool2d", "Linear(10)", "Flatten, Linear", "Flatten, Conv2d(4, Kernel = 1)", "Flatten, MaxPool2d(Kernel = 2)", "From, ReLU", "Add(Network.Input)", "Concat",
            "Conv2d(4, Kernel = 1), Conv2d(4, Kernel = 1)", "Conv2d(4, Kernel = 1, Weights = \"\")", "Conv2d(4, Kernel = 3, AutoPad = AutoPad.SameUpper, Padding = 1)",
            "Conv2d(4, Kernel = 1, Weights = \"w\"), Conv2d(8, Kernel = 1, Weights = \"w\")", "From(nameof(Last)), ReLU", "Flatten, Add(Network.Input)", "Shape(4, 8, 8)", "ZeroPad2d"));

    private static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>A class with one mistake in one layer, or in its input.</summary>
    public static Gen<string> Class { get; } =
        from height in Gen.Int[14, 24]
        from width in Gen.Int[14, 24]
        from legal in LegalLayer.List[0, 5]
        from position in Gen.Int[0, 5]
        from illegal in IllegalLayer
        from input in Gen.Frequency((19, Gen.Const((string?)null)), (1, Small.Select(n => (string?)$"4, {Number(n)}, 8")))
        select Write(input ?? $"4, {Number(height)}, {Number(width)}", legal, Math.Min(position, legal.Count), illegal);

    private static string Write(string input, List<string> legal, int position, string illegal)
    {
        List<string> layers = [.. legal.Take(position), illegal, .. legal.Skip(position), "ReLU"];
        IEnumerable<string> lines = layers.Select((attributes, i) => $"    [{attributes}] public static partial Layer {(i == layers.Count - 1 ? "Last" : "L" + Number(i))} {{ get; }}");
        return $"[Network({input})]\npublic sealed partial class Net\n{{\n{string.Join("\n", lines)}\n}}\n";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
