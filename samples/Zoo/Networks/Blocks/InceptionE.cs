using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>Inception at 8x8: 3x3 convolutions as rows and columns side by side.</summary>
/// <remarks>
/// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", arXiv 1512.00567, figure 7;
/// torchvision/models/inception.py.
/// </remarks>
[Block(1280, 8, 8)]
public static partial class InceptionE
{
    [BasicConv2d(Channels = 320, Weights = "branch1x1")]                                                                              public static partial Layer Branch1x1 { get; }
    [From(Block.Input), BasicConv2d(Channels = 384, Weights = "branch3x3_1")]                                                         public static partial Layer SingleReduce { get; }
    [BasicConv2d(Channels = 384, KernelWidth = 3, Weights = "branch3x3_2a")]                                                          public static partial Layer SingleRow { get; }
    [From(nameof(SingleReduce)), BasicConv2d(Channels = 384, KernelHeight = 3, Weights = "branch3x3_2b")]                             public static partial Layer SingleColumn { get; }
    [From(Block.Input), BasicConv2d(Channels = 448, Weights = "branch3x3dbl_1")]                                                      public static partial Layer DoubleReduce { get; }
    [BasicConv2d(Channels = 384, Kernel = 3, Weights = "branch3x3dbl_2")]                                                             public static partial Layer DoubleFirst { get; }
    [BasicConv2d(Channels = 384, KernelWidth = 3, Weights = "branch3x3dbl_3a")]                                                       public static partial Layer DoubleRow { get; }
    [From(nameof(DoubleFirst)), BasicConv2d(Channels = 384, KernelHeight = 3, Weights = "branch3x3dbl_3b")]                           public static partial Layer DoubleColumn { get; }
    [From(Block.Input), AvgPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                               public static partial Layer Pool { get; }
    [BasicConv2d(Channels = 192, Weights = "branch_pool")]                                                                            public static partial Layer BranchPool { get; }
    [Concat(nameof(Branch1x1), nameof(SingleRow), nameof(SingleColumn), nameof(DoubleRow), nameof(DoubleColumn), nameof(BranchPool))] public static partial Layer Joined { get; }
}
