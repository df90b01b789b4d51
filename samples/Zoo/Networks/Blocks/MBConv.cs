using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The inverted residual of EfficientNet, with squeeze and excitation.</summary>
/// <remarks>
/// Source: Tan and Le, "EfficientNet", arXiv 1905.11946, table 1; torchvision/models/efficientnet.py, whose numbers within a
/// block move up where nothing is expanded.
/// </remarks>
[Block(16, 112, 112)]
public static partial class MBConv
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

    /// <summary>The tensors of the depthwise convolution and its normalisation.</summary>
    private const string Spatial = Expansion == 1 ? "block.0" : "block.1";

    /// <summary>Those of squeeze and excitation.</summary>
    private const string Gates = Expansion == 1 ? "block.1" : "block.2";

    /// <summary>Those of the convolution that projects and its normalisation.</summary>
    private const string Down = Expansion == 1 ? "block.2" : "block.3";

    [When(Expansion != 1), Conv2d(Hidden, Kernel = 1, Bias = false, Weights = "block.0.0"), BatchNorm2d(Weights = "block.0.1"), SiLU]                                              public static partial Layer Expand { get; }
    [Conv2d(Hidden, Kernel = Kernel, Stride = Stride, Padding = Kernel / 2, Groups = Hidden, Bias = false, Weights = Spatial + ".0"), BatchNorm2d(Weights = Spatial + ".1"), SiLU] public static partial Layer Depthwise { get; }
    [GlobalAvgPool, Conv2d(In / 4, Kernel = 1, Weights = Gates + ".fc1"), SiLU, Conv2d(Hidden, Kernel = 1, Weights = Gates + ".fc2"), Sigmoid]                                     public static partial Layer Gate { get; }
    [Multiply(nameof(Depthwise), nameof(Gate)), Conv2d(Out, Kernel = 1, Bias = false, Weights = Down + ".0"), BatchNorm2d(Weights = Down + ".1")]                                  public static partial Layer Project { get; }
    [When(Stride == 1 && In == Out), Add(nameof(Project), Block.Input)]                                                                                                            public static partial Layer Sum { get; }
}
