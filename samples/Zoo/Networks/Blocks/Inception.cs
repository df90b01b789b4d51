using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The module of GoogLeNet: four branches side by side, joined.</summary>
/// <remarks>
/// Source: Szegedy et al., "Going Deeper with Convolutions", arXiv 1409.4842, figure 2 (b) and table 1, whose columns are the
/// parameters; torchvision/models/googlenet.py, whose "5x5" branch has a kernel of 3.
/// </remarks>
[Block(192, 28, 28)]
public static partial class Inception
{
    /// <summary>"#1x1": the channels of the first branch.</summary>
    private const int Width1 = 64;

    /// <summary>"#3x3 reduce".</summary>
    private const int Reduce3 = 96;

    /// <summary>"#3x3": the channels of the second branch.</summary>
    private const int Width3 = 128;

    /// <summary>"#5x5 reduce".</summary>
    private const int Reduce5 = 16;

    /// <summary>"#5x5": the channels of the third branch.</summary>
    private const int Width5 = 32;

    /// <summary>"pool proj": the channels of the last branch.</summary>
    private const int Pooled = 32;

    [BasicConv2d(Channels = Width1, Weights = "branch1")]                        public static partial Layer Branch1 { get; }
    [From(Block.Input), BasicConv2d(Channels = Reduce3, Weights = "branch2.0")]  public static partial Layer Branch2Reduce { get; }
    [BasicConv2d(Channels = Width3, Kernel = 3, Weights = "branch2.1")]          public static partial Layer Branch2 { get; }
    [From(Block.Input), BasicConv2d(Channels = Reduce5, Weights = "branch3.0")]  public static partial Layer Branch3Reduce { get; }
    [BasicConv2d(Channels = Width5, Kernel = 3, Weights = "branch3.1")]          public static partial Layer Branch3 { get; }
    [From(Block.Input), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]          public static partial Layer Pool { get; }
    [BasicConv2d(Channels = Pooled, Weights = "branch4.1")]                      public static partial Layer Branch4 { get; }
    [Concat(nameof(Branch1), nameof(Branch2), nameof(Branch3), nameof(Branch4))] public static partial Layer Joined { get; }
}
