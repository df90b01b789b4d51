using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The inverted residual of MobileNetV3, with squeeze and excitation where the network says so.</summary>
/// <remarks>
/// Source: Howard et al., "Searching for MobileNetV3", arXiv 1905.02244, figure 4; torchvision/models/mobilenetv3.py, whose
/// numbers within a block move up where nothing is expanded or squeezed.
/// </remarks>
[Block(16, 112, 112)]
public static partial class MobileNetV3Block
{
    /// <summary>The channels that are read.</summary>
    private const int In = 16;

    /// <summary>The channels inside.</summary>
    private const int Hidden = 64;

    /// <summary>The channels that come out.</summary>
    private const int Out = 16;

    /// <summary>The kernel of the depthwise convolution.</summary>
    private const int Kernel = 3;

    /// <summary>Its stride.</summary>
    private const int Stride = 1;

    /// <summary>Whether each channel is multiplied by what all points say of it.</summary>
    private const bool Squeeze = false;

    /// <summary>Whether the activations are h-swish; ReLU otherwise.</summary>
    private const bool Swish = false;

    /// <summary>A quarter of the channels inside.</summary>
    private const int Quarter = Hidden / 4;

    /// <summary>The multiple of 8 nearest to it.</summary>
    private const int Multiple = (Quarter + 4) / 8 * 8;

    /// <summary>The channels between squeeze and excitation: that multiple, or the next where it is less than nine tenths of the quarter.</summary>
    private const int Squeezed = 10 * Multiple < 9 * Quarter ? Multiple + 8 : Multiple;

    /// <summary>Whether there is an expansion.</summary>
    private const bool Expands = Hidden != In;

    /// <summary>The tensors of the depthwise convolution and its normalisation.</summary>
    private const string Spatial = Expands ? "block.1" : "block.0";

    /// <summary>Those of squeeze and excitation.</summary>
    private const string Gates = Expands ? "block.2" : "block.1";

    /// <summary>Those of the convolution that projects and its normalisation.</summary>
    private const string Down = Expands && Squeeze ? "block.3" : Expands || Squeeze ? "block.2" : "block.1";

    [When(Expands), Conv2d(Hidden, Kernel = 1, Bias = false, Weights = "block.0.0"), BatchNorm2d(Epsilon = 1e-3f, Weights = "block.0.1")]                                                     public static partial Layer Expand { get; }
    [When(Expands && !Swish), ReLU]                                                                                                                                                           public static partial Layer ExpandReLU { get; }
    [When(Expands && Swish), HardSwish]                                                                                                                                                       public static partial Layer ExpandSwish { get; }
    [Conv2d(Hidden, Kernel = Kernel, Stride = Stride, Padding = Kernel / 2, Groups = Hidden, Bias = false, Weights = Spatial + ".0"), BatchNorm2d(Epsilon = 1e-3f, Weights = Spatial + ".1")] public static partial Layer Depthwise { get; }
    [When(!Swish), ReLU]                                                                                                                                                                      public static partial Layer DepthwiseReLU { get; }
    [When(Swish), HardSwish]                                                                                                                                                                  public static partial Layer DepthwiseSwish { get; }
    [When(Squeeze), GlobalAvgPool, Conv2d(Squeezed, Kernel = 1, Weights = Gates + ".fc1"), ReLU, Conv2d(Hidden, Kernel = 1, Weights = Gates + ".fc2"), HardSigmoid]                           public static partial Layer Gate { get; }
    [When(Squeeze), Multiply(nameof(DepthwiseSwish), nameof(Gate))]                                                                                                                           public static partial Layer Gated { get; }
    [Conv2d(Out, Kernel = 1, Bias = false, Weights = Down + ".0"), BatchNorm2d(Epsilon = 1e-3f, Weights = Down + ".1")]                                                                       public static partial Layer Project { get; }
    [When(Stride == 1 && In == Out), Add(nameof(Project), Block.Input)]                                                                                                                       public static partial Layer Sum { get; }
}
