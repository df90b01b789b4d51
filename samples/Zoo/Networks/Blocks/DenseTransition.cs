using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>What stands between the dense blocks of DenseNet: half the channels, and half the rows and columns.</summary>
/// <remarks>
/// Source: Huang et al., "Densely Connected Convolutional Networks", arXiv 1608.06993; torchvision/models/densenet.py.
/// </remarks>
[Block(256, 56, 56)]
public static partial class DenseTransition
{
    /// <summary>The channels that come out.</summary>
    private const int Channels = 128;

    [BatchNorm2d(Weights = "norm"), ReLU, Conv2d(Channels, Kernel = 1, Bias = false, Weights = "conv")] public static partial Layer Mix { get; }
    [AvgPool2d(Kernel = 2)]                                                                             public static partial Layer Pool { get; }
}
