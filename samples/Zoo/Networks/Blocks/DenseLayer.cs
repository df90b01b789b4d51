using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>A layer of DenseNet: 32 channels more, computed from all before.</summary>
/// <remarks>
/// Source: Huang et al., "Densely Connected Convolutional Networks", arXiv 1608.06993, DenseNet-BC; torchvision/models/densenet.py.
/// </remarks>
[Block(64, 56, 56)]
public static partial class DenseLayer
{
    /// <summary>The channels that are added.</summary>
    private const int Growth = 32;

    [BatchNorm2d(Weights = "norm1"), ReLU, Conv2d(4 * Growth, Kernel = 1, Bias = false, Weights = "conv1")]          public static partial Layer Reduce { get; }
    [BatchNorm2d(Weights = "norm2"), ReLU, Conv2d(Growth, Kernel = 3, Padding = 1, Bias = false, Weights = "conv2")] public static partial Layer New { get; }
    [Concat(Block.Input, nameof(New))]                                                                               public static partial Layer Joined { get; }
}
