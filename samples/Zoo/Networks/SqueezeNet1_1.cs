using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>SqueezeNet 1.1 as its authors trained it in Caffe, with torchvision's tensor names.</summary>
/// <remarks>
/// Source: Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters", arXiv 1602.07360, whose
/// authors' SqueezeNet_v1.1 of 2016 needs 2.4 times less computation; torchvision/models/squeezenet.py. The pools round
/// up, as Caffe's do: Pool3 is 27.5 long, read as 28, and Pool5 13.5, read as 14. Pool1 is exact at 227.
/// torchvision feeds it 224, where Conv1 is 111.5 long and the last row and column are never read.
/// Input: BGR, 0 to 255, less the mean (104, 117, 123).
/// </remarks>
[Network(3, 227, 227), Parameters(1_235_496)]
public sealed partial class SqueezeNet1_1
{
    [Conv2d(64, Kernel = 3, Stride = 2, Weights = "features.0"), ReLU, Shape(64, 113, 113)]                     public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(64, 56, 56)]                            public static partial Layer Pool1 { get; }

    [Conv2d(16, Kernel = 1, Weights = "features.3.squeeze"), ReLU]                                              public static partial Layer Fire2Squeeze { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.3.expand1x1"), ReLU]                                            public static partial Layer Fire2Expand1x1 { get; }
    [From(nameof(Fire2Squeeze)), Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.3.expand3x3"), ReLU]   public static partial Layer Fire2Expand3x3 { get; }
    [Concat(nameof(Fire2Expand1x1), nameof(Fire2Expand3x3))]                                                    public static partial Layer Fire2 { get; }
    [Conv2d(16, Kernel = 1, Weights = "features.4.squeeze"), ReLU]                                              public static partial Layer Fire3Squeeze { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.4.expand1x1"), ReLU]                                            public static partial Layer Fire3Expand1x1 { get; }
    [From(nameof(Fire3Squeeze)), Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.4.expand3x3"), ReLU]   public static partial Layer Fire3Expand3x3 { get; }
    [Concat(nameof(Fire3Expand1x1), nameof(Fire3Expand3x3))]                                                    public static partial Layer Fire3 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(128, 28, 28)]                           public static partial Layer Pool3 { get; }

    [Conv2d(32, Kernel = 1, Weights = "features.6.squeeze"), ReLU]                                              public static partial Layer Fire4Squeeze { get; }
    [Conv2d(128, Kernel = 1, Weights = "features.6.expand1x1"), ReLU]                                           public static partial Layer Fire4Expand1x1 { get; }
    [From(nameof(Fire4Squeeze)), Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.6.expand3x3"), ReLU]  public static partial Layer Fire4Expand3x3 { get; }
    [Concat(nameof(Fire4Expand1x1), nameof(Fire4Expand3x3))]                                                    public static partial Layer Fire4 { get; }
    [Conv2d(32, Kernel = 1, Weights = "features.7.squeeze"), ReLU]                                              public static partial Layer Fire5Squeeze { get; }
    [Conv2d(128, Kernel = 1, Weights = "features.7.expand1x1"), ReLU]                                           public static partial Layer Fire5Expand1x1 { get; }
    [From(nameof(Fire5Squeeze)), Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.7.expand3x3"), ReLU]  public static partial Layer Fire5Expand3x3 { get; }
    [Concat(nameof(Fire5Expand1x1), nameof(Fire5Expand3x3))]                                                    public static partial Layer Fire5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(256, 14, 14)]                           public static partial Layer Pool5 { get; }

    [Conv2d(48, Kernel = 1, Weights = "features.9.squeeze"), ReLU]                                              public static partial Layer Fire6Squeeze { get; }
    [Conv2d(192, Kernel = 1, Weights = "features.9.expand1x1"), ReLU]                                           public static partial Layer Fire6Expand1x1 { get; }
    [From(nameof(Fire6Squeeze)), Conv2d(192, Kernel = 3, Padding = 1, Weights = "features.9.expand3x3"), ReLU]  public static partial Layer Fire6Expand3x3 { get; }
    [Concat(nameof(Fire6Expand1x1), nameof(Fire6Expand3x3))]                                                    public static partial Layer Fire6 { get; }
    [Conv2d(48, Kernel = 1, Weights = "features.10.squeeze"), ReLU]                                             public static partial Layer Fire7Squeeze { get; }
    [Conv2d(192, Kernel = 1, Weights = "features.10.expand1x1"), ReLU]                                          public static partial Layer Fire7Expand1x1 { get; }
    [From(nameof(Fire7Squeeze)), Conv2d(192, Kernel = 3, Padding = 1, Weights = "features.10.expand3x3"), ReLU] public static partial Layer Fire7Expand3x3 { get; }
    [Concat(nameof(Fire7Expand1x1), nameof(Fire7Expand3x3))]                                                    public static partial Layer Fire7 { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.11.squeeze"), ReLU]                                             public static partial Layer Fire8Squeeze { get; }
    [Conv2d(256, Kernel = 1, Weights = "features.11.expand1x1"), ReLU]                                          public static partial Layer Fire8Expand1x1 { get; }
    [From(nameof(Fire8Squeeze)), Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.11.expand3x3"), ReLU] public static partial Layer Fire8Expand3x3 { get; }
    [Concat(nameof(Fire8Expand1x1), nameof(Fire8Expand3x3))]                                                    public static partial Layer Fire8 { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.12.squeeze"), ReLU]                                             public static partial Layer Fire9Squeeze { get; }
    [Conv2d(256, Kernel = 1, Weights = "features.12.expand1x1"), ReLU]                                          public static partial Layer Fire9Expand1x1 { get; }
    [From(nameof(Fire9Squeeze)), Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.12.expand3x3"), ReLU] public static partial Layer Fire9Expand3x3 { get; }
    [Concat(nameof(Fire9Expand1x1), nameof(Fire9Expand3x3))]                                                    public static partial Layer Fire9 { get; }

    [Dropout, Conv2d(1000, Kernel = 1, Weights = "classifier.1"), ReLU]                                         public static partial Layer Conv10 { get; }
    [AdaptiveAvgPool2d(1), Flatten, Shape(1000)]                                                                public static partial Layer Scores { get; }
}
