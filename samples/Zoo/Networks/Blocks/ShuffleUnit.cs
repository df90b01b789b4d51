using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The unit of ShuffleNet V2: one half of the channels goes by, the other is computed, and both are dealt round.</summary>
/// <remarks>
/// Source: Ma et al., "ShuffleNet V2", arXiv 1807.11164, figure 3 (c); torchvision/models/shufflenetv2.py.
/// </remarks>
[Block(116, 28, 28)]
public static partial class ShuffleUnit
{
    /// <summary>The channels that are read, and come out.</summary>
    private const int Channels = 116;

    /// <summary>The channels of each half.</summary>
    private const int Half = Channels / 2;

    [Split(2, 0)]                                                                                                                             public static partial Layer Kept { get; }
    [From(Block.Input), Split(2, 1), Conv2d(Half, Kernel = 1, Bias = false, Weights = "branch2.0"), BatchNorm2d(Weights = "branch2.1"), ReLU] public static partial Layer Pointwise { get; }
    [Conv2d(Half, Kernel = 3, Padding = 1, Groups = Half, Bias = false, Weights = "branch2.3"), BatchNorm2d(Weights = "branch2.4")]           public static partial Layer Depthwise { get; }
    [Conv2d(Half, Kernel = 1, Bias = false, Weights = "branch2.5"), BatchNorm2d(Weights = "branch2.6"), ReLU]                                 public static partial Layer Computed { get; }
    [Concat(nameof(Kept), nameof(Computed)), ChannelShuffle(2)]                                                                               public static partial Layer Shuffled { get; }
}
