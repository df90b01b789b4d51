using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Harness;

/// <summary>Short declarations for tests.</summary>
internal static class Declared
{
    /// <summary>A network of the given layers: "Conv1: Conv2d(64, Kernel = 3)" is one.</summary>
    public static string Network(string input, params string[] layers) =>
        $$"""
        using AlexNetGen;

        namespace Tests;

        /// <summary>A network.</summary>
        [Network({{input}})]
        public sealed partial class Net
        {
        {{string.Join("\n", layers.Select(Layer))}}
        }
        """;

    public static Compiled Compile(string input, params string[] layers) => Compiled.From(Network(input, layers));

    /// <summary>The text under a diagnostic.</summary>
    public static string TextAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    public static string Message(this Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string Layer(string layer)
    {
        int colon = layer.IndexOf(':', StringComparison.Ordinal);
        return $"    [{layer[(colon + 1)..].Trim()}] public static partial Layer {layer[..colon]} {{ get; }}";
    }
}
