using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The block of ConvNeXt: a wide depthwise convolution, and a perceptron at each point.</summary>
/// <remarks>
/// Source: Liu et al., "A ConvNet for the 2020s", arXiv 2201.03545, figure 4; torchvision/models/convnext.py.
/// </remarks>
[Block(96, 56, 56)]
public static partial class ConvNeXtBlock
{
    /// <summary>The channels that are read, and come out.</summary>
    private const int Channels = 96;

    [Conv2d(Channels, Kernel = 7, Padding = 3, Groups = Channels, Weights = "block.0"), LayerNorm(Epsilon = 1e-6, Weights = "block.2")] public static partial Layer Depthwise { get; }
    [PointwiseLinear(4 * Channels, Weights = "block.3"), GELU]                                                                          public static partial Layer Expand { get; }
    [PointwiseLinear(Channels, Weights = "block.5"), ChannelScale(Weights = "layer_scale")]                                             public static partial Layer Project { get; }
    [Add(nameof(Project), Block.Input)]                                                                                                 public static partial Layer Sum { get; }
}
