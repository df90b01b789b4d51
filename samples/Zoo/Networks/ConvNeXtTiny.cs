using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>ConvNeXt-T, as torchvision defines it.</summary>
/// <remarks>
/// Source: Liu et al., "A ConvNet for the 2020s", arXiv 2201.03545; torchvision/models/convnext.py. Every size is exact.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(28_589_128)]
public sealed partial class ConvNeXtTiny
{
    [Conv2d(96, Kernel = 4, Stride = 4, Weights = "features.0.0"), LayerNorm(Epsilon = 1e-6, Weights = "features.0.1"), Shape(96, 56, 56)] public static partial Layer Stem { get; }

    [ConvNeXtBlock(Channels = 96, Weights = "features.1.0")]                                                                               public static partial Layer Stage1A { get; }
    [ConvNeXtBlock(Channels = 96, Weights = "features.1.1")]                                                                               public static partial Layer Stage1B { get; }
    [ConvNeXtBlock(Channels = 96, Weights = "features.1.2"), Shape(96, 56, 56)]                                                            public static partial Layer Stage1C { get; }

    [LayerNorm(Epsilon = 1e-6, Weights = "features.2.0"), Conv2d(192, Kernel = 2, Stride = 2, Weights = "features.2.1")]                   public static partial Layer Down2 { get; }
    [ConvNeXtBlock(Channels = 192, Weights = "features.3.0")]                                                                              public static partial Layer Stage2A { get; }
    [ConvNeXtBlock(Channels = 192, Weights = "features.3.1")]                                                                              public static partial Layer Stage2B { get; }
    [ConvNeXtBlock(Channels = 192, Weights = "features.3.2"), Shape(192, 28, 28)]                                                          public static partial Layer Stage2C { get; }

    [LayerNorm(Epsilon = 1e-6, Weights = "features.4.0"), Conv2d(384, Kernel = 2, Stride = 2, Weights = "features.4.1")]                   public static partial Layer Down3 { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.0")]                                                                              public static partial Layer Stage3A { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.1")]                                                                              public static partial Layer Stage3B { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.2")]                                                                              public static partial Layer Stage3C { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.3")]                                                                              public static partial Layer Stage3D { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.4")]                                                                              public static partial Layer Stage3E { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.5")]                                                                              public static partial Layer Stage3F { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.6")]                                                                              public static partial Layer Stage3G { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.7")]                                                                              public static partial Layer Stage3H { get; }
    [ConvNeXtBlock(Channels = 384, Weights = "features.5.8"), Shape(384, 14, 14)]                                                          public static partial Layer Stage3I { get; }

    [LayerNorm(Epsilon = 1e-6, Weights = "features.6.0"), Conv2d(768, Kernel = 2, Stride = 2, Weights = "features.6.1")]                   public static partial Layer Down4 { get; }
    [ConvNeXtBlock(Channels = 768, Weights = "features.7.0")]                                                                              public static partial Layer Stage4A { get; }
    [ConvNeXtBlock(Channels = 768, Weights = "features.7.1")]                                                                              public static partial Layer Stage4B { get; }
    [ConvNeXtBlock(Channels = 768, Weights = "features.7.2"), Shape(768, 7, 7)]                                                            public static partial Layer Stage4C { get; }

    [AdaptiveAvgPool2d(1), LayerNorm(Epsilon = 1e-6, Weights = "classifier.0"), Flatten]                                                   public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "classifier.2")]                                                                                               public static partial Layer Classifier { get; }
}
