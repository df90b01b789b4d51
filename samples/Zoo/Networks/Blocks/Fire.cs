using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The module of SqueezeNet: channels squeezed by 1x1, expanded by 1x1 and 3x3 side by side.</summary>
/// <remarks>
/// Source: Iandola et al., "SqueezeNet", arXiv 1602.07360, figure 1; torchvision/models/squeezenet.py.
/// </remarks>
[Block(64, 56, 56)]
public static partial class Fire
{
    /// <summary>The channels between.</summary>
    private const int Squeeze = 16;

    /// <summary>The channels of each of the two expansions.</summary>
    private const int Expand = 4 * Squeeze;

    [Conv2d(Squeeze, Kernel = 1, Weights = "squeeze"), ReLU]                                       public static partial Layer Squeezed { get; }
    [Conv2d(Expand, Kernel = 1, Weights = "expand1x1"), ReLU]                                      public static partial Layer Expand1x1 { get; }
    [From(nameof(Squeezed)), Conv2d(Expand, Kernel = 3, Padding = 1, Weights = "expand3x3"), ReLU] public static partial Layer Expand3x3 { get; }
    [Concat(nameof(Expand1x1), nameof(Expand3x3))]                                                 public static partial Layer Joined { get; }
}
