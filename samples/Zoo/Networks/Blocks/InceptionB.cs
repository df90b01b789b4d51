using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>Inception from 35x35 to 17x17.</summary>
/// <remarks>
/// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", arXiv 1512.00567, figure 10;
/// torchvision/models/inception.py.
/// </remarks>
[Block(288, 35, 35)]
public static partial class InceptionB
{
    [BasicConv2d(Channels = 384, Kernel = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Weights = "branch3x3")]     public static partial Layer Branch3x3 { get; }
    [From(Block.Input), BasicConv2d(Channels = 64, Weights = "branch3x3dbl_1")]                                           public static partial Layer DoubleReduce { get; }
    [BasicConv2d(Channels = 96, Kernel = 3, Weights = "branch3x3dbl_2")]                                                  public static partial Layer DoubleFirst { get; }
    [BasicConv2d(Channels = 96, Kernel = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Weights = "branch3x3dbl_3")] public static partial Layer Double { get; }
    [From(Block.Input), MaxPool2d(Kernel = 3, Stride = 2)]                                                                public static partial Layer Pool { get; }
    [Concat(nameof(Branch3x3), nameof(Double), nameof(Pool))]                                                             public static partial Layer Joined { get; }
}
