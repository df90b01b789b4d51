using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>Inception from 17x17 to 8x8.</summary>
/// <remarks>
/// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", arXiv 1512.00567, figure 10;
/// torchvision/models/inception.py.
/// </remarks>
[Block(768, 17, 17)]
public static partial class InceptionD
{
    [BasicConv2d(Channels = 192, Weights = "branch3x3_1")]                                                                public static partial Layer Reduce3x3 { get; }
    [BasicConv2d(Channels = 320, Kernel = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Weights = "branch3x3_2")]   public static partial Layer Branch3x3 { get; }
    [From(Block.Input), BasicConv2d(Channels = 192, Weights = "branch7x7x3_1")]                                           public static partial Layer Reduce7x7 { get; }
    [BasicConv2d(Channels = 192, KernelWidth = 7, Weights = "branch7x7x3_2")]                                             public static partial Layer Row7x7 { get; }
    [BasicConv2d(Channels = 192, KernelHeight = 7, Weights = "branch7x7x3_3")]                                            public static partial Layer Column7x7 { get; }
    [BasicConv2d(Channels = 192, Kernel = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Weights = "branch7x7x3_4")] public static partial Layer Branch7x7 { get; }
    [From(Block.Input), MaxPool2d(Kernel = 3, Stride = 2)]                                                                public static partial Layer Pool { get; }
    [Concat(nameof(Branch3x3), nameof(Branch7x7), nameof(Pool))]                                                          public static partial Layer Joined { get; }
}
