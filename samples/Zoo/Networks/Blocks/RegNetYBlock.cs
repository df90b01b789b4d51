using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The block of RegNetY: a bottleneck that is no narrower inside, in groups of 8 channels, with squeeze and excitation.</summary>
/// <remarks>
/// Source: Radosavovic et al., "Designing Network Design Spaces", arXiv 2003.13678; torchvision/models/regnet.py.
/// </remarks>
[Block(48, 56, 56)]
public static partial class RegNetYBlock
{
    /// <summary>The channels that are read.</summary>
    private const int In = 48;

    /// <summary>The channels that come out.</summary>
    private const int Out = 48;

    /// <summary>The stride of the 3x3 convolution.</summary>
    private const int Stride = 1;

    [Conv2d(Out, Kernel = 1, Bias = false, Weights = "f.a.0"), BatchNorm2d(Weights = "f.a.1"), ReLU]                                                                 public static partial Layer Pointwise { get; }
    [Conv2d(Out, Kernel = 3, Stride = Stride, Padding = 1, Groups = Out / 8, Bias = false, Weights = "f.b.0"), BatchNorm2d(Weights = "f.b.1"), ReLU]                 public static partial Layer Spatial { get; }
    [GlobalAvgPool, Conv2d(In / 4, Kernel = 1, Weights = "f.se.fc1"), ReLU, Conv2d(Out, Kernel = 1, Weights = "f.se.fc2"), Sigmoid]                                  public static partial Layer Gate { get; }
    [Multiply(nameof(Spatial), nameof(Gate)), Conv2d(Out, Kernel = 1, Bias = false, Weights = "f.c.0"), BatchNorm2d(Weights = "f.c.1")]                              public static partial Layer Mix { get; }
    [When(In != Out || Stride != 1), From(Block.Input), Conv2d(Out, Kernel = 1, Stride = Stride, Bias = false, Weights = "proj.0"), BatchNorm2d(Weights = "proj.1")] public static partial Layer Shortcut { get; }
    [Add(nameof(Mix), nameof(Shortcut)), ReLU]                                                                                                                       public static partial Layer Sum { get; }
}
