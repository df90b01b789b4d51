using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The inverted residual of MobileNetV2: channels up, across space one by one, down again without an activation.</summary>
/// <remarks>
/// Source: Sandler et al., "MobileNetV2", arXiv 1801.04381, table 1; torchvision/models/mobilenetv2.py, whose numbers
/// within a block move up by one where nothing is expanded.
/// </remarks>
[Block(32, 112, 112)]
public static partial class InvertedResidual
{
    /// <summary>The channels that are read.</summary>
    private const int In = 32;

    /// <summary>The channels that come out.</summary>
    private const int Out = 32;

    /// <summary>The stride of the depthwise convolution.</summary>
    private const int Stride = 1;

    /// <summary>By how much the channels are expanded.</summary>
    private const int Expansion = 6;

    /// <summary>The channels inside.</summary>
    private const int Hidden = Expansion * In;

    /// <summary>The tensors of the depthwise convolution and its normalisation.</summary>
    private const string Spatial = Expansion == 1 ? "conv.0" : "conv.1";

    /// <summary>Those of the convolution that projects.</summary>
    private const string Down = Expansion == 1 ? "conv.1" : "conv.2";

    /// <summary>Those of its normalisation.</summary>
    private const string Norm = Expansion == 1 ? "conv.2" : "conv.3";

    [When(Expansion != 1), Conv2d(Hidden, Kernel = 1, Bias = false, Weights = "conv.0.0"), BatchNorm2d(Weights = "conv.0.1"), ReLU6]                                  public static partial Layer Expand { get; }
    [Conv2d(Hidden, Kernel = 3, Stride = Stride, Padding = 1, Groups = Hidden, Bias = false, Weights = Spatial + ".0"), BatchNorm2d(Weights = Spatial + ".1"), ReLU6] public static partial Layer Depthwise { get; }
    [Conv2d(Out, Kernel = 1, Bias = false, Weights = Down), BatchNorm2d(Weights = Norm)]                                                                              public static partial Layer Project { get; }
    [When(Stride == 1 && In == Out), Add(nameof(Project), Block.Input)]                                                                                               public static partial Layer Sum { get; }
}
