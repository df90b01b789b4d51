using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The bottleneck of ResNet, ResNeXt and Wide ResNet: channels down, across space, up again, and what was read is added.</summary>
/// <remarks>
/// Source: He et al., "Deep Residual Learning for Image Recognition", arXiv 1512.03385; torchvision/models/resnet.py, whose
/// stride is in the 3x3 convolution ("v1.5").
/// </remarks>
[Block(256, 56, 56)]
public static partial class Bottleneck
{
    /// <summary>The channels inside.</summary>
    private const int Width = 64;

    /// <summary>The channels that come out.</summary>
    private const int Channels = 4 * Width;

    /// <summary>The stride of the 3x3 convolution.</summary>
    private const int Stride = 1;

    /// <summary>The groups of the 3x3 convolution.</summary>
    private const int Groups = 1;

    /// <summary>Whether what is read has another shape, and goes through a 1x1 convolution before it is added.</summary>
    private const bool Projects = Stride != 1;

    [Conv2d(Width, Kernel = 1, Bias = false, Weights = "conv1"), BatchNorm2d(Weights = "bn1"), ReLU]                                                                  public static partial Layer Reduce { get; }
    [Conv2d(Width, Kernel = 3, Stride = Stride, Padding = 1, Groups = Groups, Bias = false, Weights = "conv2"), BatchNorm2d(Weights = "bn2"), ReLU]                   public static partial Layer Spatial { get; }
    [Conv2d(Channels, Kernel = 1, Bias = false, Weights = "conv3"), BatchNorm2d(Weights = "bn3")]                                                                     public static partial Layer Expand { get; }
    [When(Projects), From(Block.Input), Conv2d(Channels, Kernel = 1, Stride = Stride, Bias = false, Weights = "downsample.0"), BatchNorm2d(Weights = "downsample.1")] public static partial Layer Shortcut { get; }
    [Add(nameof(Expand), nameof(Shortcut)), ReLU]                                                                                                                     public static partial Layer Sum { get; }
}
