using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The unit of ShuffleNet V2 that halves rows and columns: both branches read all channels.</summary>
/// <remarks>
/// Source: Ma et al., "ShuffleNet V2", arXiv 1807.11164, figure 3 (d); torchvision/models/shufflenetv2.py.
/// </remarks>
[Block(24, 56, 56)]
public static partial class ShuffleDownUnit
{
    /// <summary>The channels that are read.</summary>
    private const int In = 24;

    /// <summary>The channels that come out.</summary>
    private const int Out = 116;

    /// <summary>The channels of each half of them.</summary>
    private const int Half = Out / 2;

    [Conv2d(In, Kernel = 3, Stride = 2, Padding = 1, Groups = In, Bias = false, Weights = "branch1.0"), BatchNorm2d(Weights = "branch1.1")]     public static partial Layer Depthwise1 { get; }
    [Conv2d(Half, Kernel = 1, Bias = false, Weights = "branch1.2"), BatchNorm2d(Weights = "branch1.3"), ReLU]                                   public static partial Layer Branch1 { get; }
    [From(Block.Input), Conv2d(Half, Kernel = 1, Bias = false, Weights = "branch2.0"), BatchNorm2d(Weights = "branch2.1"), ReLU]                public static partial Layer Pointwise { get; }
    [Conv2d(Half, Kernel = 3, Stride = 2, Padding = 1, Groups = Half, Bias = false, Weights = "branch2.3"), BatchNorm2d(Weights = "branch2.4")] public static partial Layer Depthwise2 { get; }
    [Conv2d(Half, Kernel = 1, Bias = false, Weights = "branch2.5"), BatchNorm2d(Weights = "branch2.6"), ReLU]                                   public static partial Layer Branch2 { get; }
    [Concat(nameof(Branch1), nameof(Branch2)), ChannelShuffle(2)]                                                                               public static partial Layer Shuffled { get; }
}
