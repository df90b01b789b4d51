using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>Inception at 17x17: 7x7 convolutions as rows and columns.</summary>
/// <remarks>
/// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", arXiv 1512.00567, figure 6;
/// torchvision/models/inception.py.
/// </remarks>
[Block(768, 17, 17)]
public static partial class InceptionC
{
    /// <summary>The channels between the 1x7 and 7x1 convolutions.</summary>
    private const int Width = 128;

    [BasicConv2d(Channels = 192, Weights = "branch1x1")]                            public static partial Layer Branch1x1 { get; }
    [From(Block.Input), BasicConv2d(Channels = Width, Weights = "branch7x7_1")]     public static partial Layer SingleReduce { get; }
    [BasicConv2d(Channels = Width, KernelWidth = 7, Weights = "branch7x7_2")]       public static partial Layer SingleRow { get; }
    [BasicConv2d(Channels = 192, KernelHeight = 7, Weights = "branch7x7_3")]        public static partial Layer Single { get; }
    [From(Block.Input), BasicConv2d(Channels = Width, Weights = "branch7x7dbl_1")]  public static partial Layer DoubleReduce { get; }
    [BasicConv2d(Channels = Width, KernelHeight = 7, Weights = "branch7x7dbl_2")]   public static partial Layer DoubleColumn1 { get; }
    [BasicConv2d(Channels = Width, KernelWidth = 7, Weights = "branch7x7dbl_3")]    public static partial Layer DoubleRow1 { get; }
    [BasicConv2d(Channels = Width, KernelHeight = 7, Weights = "branch7x7dbl_4")]   public static partial Layer DoubleColumn2 { get; }
    [BasicConv2d(Channels = 192, KernelWidth = 7, Weights = "branch7x7dbl_5")]      public static partial Layer Double { get; }
    [From(Block.Input), AvgPool2d(Kernel = 3, Stride = 1, Padding = 1)]             public static partial Layer Pool { get; }
    [BasicConv2d(Channels = 192, Weights = "branch_pool")]                          public static partial Layer BranchPool { get; }
    [Concat(nameof(Branch1x1), nameof(Single), nameof(Double), nameof(BranchPool))] public static partial Layer Joined { get; }
}
