using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The block of ResNet-18 and ResNet-34: two 3x3 convolutions, and what was read is added.</summary>
/// <remarks>
/// Source: He et al., "Deep Residual Learning for Image Recognition", arXiv 1512.03385, figure 5; torchvision/models/resnet.py.
/// </remarks>
[Block(64, 56, 56)]
public static partial class BasicBlock
{
    /// <summary>The channels that come out.</summary>
    private const int Channels = 64;

    /// <summary>The stride of the first convolution. Where it is not 1, what is read goes through a 1x1 convolution before it is added.</summary>
    private const int Stride = 1;

    [Conv2d(Channels, Kernel = 3, Stride = Stride, Padding = 1, Bias = false, Weights = "conv1"), BatchNorm2d(Weights = "bn1"), ReLU]                                    public static partial Layer Conv1 { get; }
    [Conv2d(Channels, Kernel = 3, Padding = 1, Bias = false, Weights = "conv2"), BatchNorm2d(Weights = "bn2")]                                                           public static partial Layer Conv2 { get; }
    [When(Stride != 1), From(Block.Input), Conv2d(Channels, Kernel = 1, Stride = Stride, Bias = false, Weights = "downsample.0"), BatchNorm2d(Weights = "downsample.1")] public static partial Layer Shortcut { get; }
    [Add(nameof(Conv2), nameof(Shortcut)), ReLU]                                                                                                                         public static partial Layer Sum { get; }
}
