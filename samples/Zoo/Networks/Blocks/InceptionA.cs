using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>Inception at 35x35: 1x1, 5x5, two 3x3, and a pool.</summary>
/// <remarks>
/// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", arXiv 1512.00567, figure 5;
/// torchvision/models/inception.py.
/// </remarks>
[Block(192, 35, 35)]
public static partial class InceptionA
{
    /// <summary>The channels of the pool's branch.</summary>
    private const int PoolChannels = 32;

    [BasicConv2d(Channels = 64, Weights = "branch1x1")]                                   public static partial Layer Branch1x1 { get; }
    [From(Block.Input), BasicConv2d(Channels = 48, Weights = "branch5x5_1")]              public static partial Layer Branch5x5Reduce { get; }
    [BasicConv2d(Channels = 64, Kernel = 5, Weights = "branch5x5_2")]                     public static partial Layer Branch5x5 { get; }
    [From(Block.Input), BasicConv2d(Channels = 64, Weights = "branch3x3dbl_1")]           public static partial Layer Branch3x3Reduce { get; }
    [BasicConv2d(Channels = 96, Kernel = 3, Weights = "branch3x3dbl_2")]                  public static partial Layer Branch3x3First { get; }
    [BasicConv2d(Channels = 96, Kernel = 3, Weights = "branch3x3dbl_3")]                  public static partial Layer Branch3x3 { get; }
    [From(Block.Input), AvgPool2d(Kernel = 3, Stride = 1, Padding = 1)]                   public static partial Layer Pool { get; }
    [BasicConv2d(Channels = PoolChannels, Weights = "branch_pool")]                       public static partial Layer BranchPool { get; }
    [Concat(nameof(Branch1x1), nameof(Branch5x5), nameof(Branch3x3), nameof(BranchPool))] public static partial Layer Joined { get; }
}
