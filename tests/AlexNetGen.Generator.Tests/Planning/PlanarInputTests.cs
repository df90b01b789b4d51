using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which convolutions read a picture as the caller gives it, without a copy that is in order.</summary>
public sealed class PlanarInputTests
{
    private const string First = "First: Conv2d(8, Kernel = 3, Stride = 2, Padding = 1)";

    [Theory]
    [InlineData("3, 32, 32", First)]
    [InlineData("3, 224, 224", "First: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2)")]
    [InlineData("3, 224, 224", "First: Conv2d(64, Kernel = 7, Stride = 2, Padding = 3)", "Pool: MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)")]
    [InlineData("3, 40, 40", "Conv1: Conv2d(48, Kernel = 3, Stride = 2, Padding = 1)", "Depthwise: Conv2d(48, Kernel = 3, Stride = 2, Padding = 1, Groups = 48)")]
    [InlineData("3, 32, 32", "First: Conv2d(2, Kernel = 3, Padding = 1)")]
    public void Planes_are_read(string input, params string[] layers)
    {
        string code = Code(input, layers);
        Assert.Contains("public static bool IsInputPlanar => true;", code, StringComparison.Ordinal);
        Assert.DoesNotContain("FeatureMap.ToChannelsLast", code, StringComparison.Ordinal);
    }

    // Of each one thing is otherwise.
    [Theory]
    [InlineData("4, 32, 32", First)]
    [InlineData("3, 33, 33", "First: Conv2d(8, Kernel = 3, Stride = 2)")]
    [InlineData("3, 32, 32", First, "Other: From(Network.Input), Conv2d(8, Kernel = 3, Stride = 2, Padding = 1)", "Sum: Add(nameof(First), nameof(Other))")]
    [InlineData("3, 32, 32", "First: MaxPool2d(Kernel = 2), Conv2d(8, Kernel = 3, Stride = 2, Padding = 1)")]
    [InlineData("3, 27, 5479", "First: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2)")]
    public void Channels_last_are_read(string input, params string[] layers) => Assert.DoesNotContain("IsInputPlanar", Code(input, layers), StringComparison.Ordinal);

    private static string Code(string input, params string[] layers) => string.Concat(Declared.Compile(input, layers).Generated.Values);
}
