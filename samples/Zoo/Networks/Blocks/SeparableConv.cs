using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>A depthwise and a pointwise convolution in the place of one 3x3 convolution.</summary>
/// <remarks>
/// Source: Howard et al., "MobileNets", arXiv 1704.04861, figure 3.
/// </remarks>
[Block(32, 112, 112)]
public static partial class SeparableConv
{
    /// <summary>The channels that are read.</summary>
    private const int In = 32;

    /// <summary>The channels that come out.</summary>
    private const int Out = 64;

    /// <summary>The stride of the depthwise convolution.</summary>
    private const int Stride = 1;

    [Conv2d(In, Kernel = 3, Stride = Stride, Padding = 1, Groups = In, Bias = false, Weights = "0"), BatchNorm2d(Weights = "1"), ReLU] public static partial Layer Depthwise { get; }
    [Conv2d(Out, Kernel = 1, Bias = false, Weights = "3"), BatchNorm2d(Weights = "4"), ReLU]                                           public static partial Layer Pointwise { get; }
}
