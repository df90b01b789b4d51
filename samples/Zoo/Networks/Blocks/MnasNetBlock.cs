using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The inverted residual of MnasNet-B1, with kernels of 3 or 5.</summary>
/// <remarks>
/// Source: Tan et al., "MnasNet", arXiv 1807.11626; torchvision/models/mnasnet.py.
/// </remarks>
[Block(16, 112, 112)]
public static partial class MnasNetBlock
{
    /// <summary>The channels that are read.</summary>
    private const int In = 16;

    /// <summary>The channels that come out.</summary>
    private const int Out = 16;

    /// <summary>The kernel of the depthwise convolution.</summary>
    private const int Kernel = 3;

    /// <summary>Its stride.</summary>
    private const int Stride = 1;

    /// <summary>By how much the channels are expanded.</summary>
    private const int Expansion = 6;

    /// <summary>The channels inside.</summary>
    private const int Hidden = Expansion * In;

    [Conv2d(Hidden, Kernel = 1, Bias = false, Weights = "layers.0"), BatchNorm2d(Weights = "layers.1"), ReLU]                                                              public static partial Layer Expand { get; }
    [Conv2d(Hidden, Kernel = Kernel, Stride = Stride, Padding = Kernel / 2, Groups = Hidden, Bias = false, Weights = "layers.3"), BatchNorm2d(Weights = "layers.4"), ReLU] public static partial Layer Depthwise { get; }
    [Conv2d(Out, Kernel = 1, Bias = false, Weights = "layers.6"), BatchNorm2d(Weights = "layers.7")]                                                                       public static partial Layer Project { get; }
    [When(Stride == 1 && In == Out), Add(nameof(Project), Block.Input)]                                                                                                    public static partial Layer Sum { get; }
}
