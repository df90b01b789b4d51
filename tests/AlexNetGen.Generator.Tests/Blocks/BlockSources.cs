namespace AlexNetGen.Generator.Tests.Blocks;

/// <summary>A block and the networks that use it, for tests.</summary>
internal static class BlockSources
{
    /// <summary>A residual block whose shortcut goes through a convolution where the shape changes.</summary>
    public const string Residual = """
        using AlexNetGen;

        namespace Tests;

        /// <summary>Two convolutions, and what they read.</summary>
        [Block]
        public static partial class Residual
        {
            /// <summary>The channels that come out.</summary>
            private const int Width = 4;
            private const int Stride = 1, Inner = 2 * Width;
            private const bool Projects = Stride != 1;

            [Conv2d(Inner, Kernel = 3, Stride = Stride, Padding = 1, Weights = "conv1"), ReLU] public static partial Layer Conv1 { get; }
            [Conv2d(Width, Kernel = 3, Padding = 1)] public static partial Layer Conv2 { get; }
            [When(Projects), From(Block.Input), Conv2d(Width, Kernel = 1, Stride = Stride, Weights = "shortcut")] public static partial Layer Shortcut { get; }
            [Add(nameof(Conv2), nameof(Shortcut)), ReLU] public static partial Layer Sum { get; }
        }
        """;

    /// <summary>A network of the given layers that can use what is declared before it.</summary>
    public static string Network(string input, string layers) => $$"""

        /// <summary>A network.</summary>
        [AlexNetGen.Network({{input}})]
        public sealed partial class Net
        {
        {{layers}}
        }
        """;
}
