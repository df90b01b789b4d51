using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>SqueezeNet 1.0 as torchvision defines it and feeds it, at 224.</summary>
/// <remarks>
/// Source: Iandola et al., arXiv 1602.07360; torchvision/models/squeezenet.py. At 224 Conv1 is 109.5 long: PyTorch rounds
/// down and never reads the last row and column of the image, so Rounding.Floor has to be written. (In Caffe, where it
/// was made, it takes 227, and 111 is exact.) The pools round up: Pool4 is 26.5 long, read as 27; Pool1 and Pool8 are exact.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(1_248_424)]
public sealed partial class SqueezeNet1_0
{
    [Conv2d(96, Kernel = 7, Stride = 2, Rounding = Rounding.Floor, Weights = "features.0"), ReLU, Shape(96, 109, 109)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(96, 54, 54)]                                   public static partial Layer Pool1 { get; }

    [Conv2d(16, Kernel = 1, Weights = "features.3.squeeze"), ReLU]                                                     public static partial Layer Fire2Squeeze { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.3.expand1x1"), ReLU]                                                   public static partial Layer Fire2Expand1x1 { get; }
    [From(nameof(Fire2Squeeze)), Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.3.expand3x3"), ReLU]          public static partial Layer Fire2Expand3x3 { get; }
    [Concat(nameof(Fire2Expand1x1), nameof(Fire2Expand3x3))]                                                           public static partial Layer Fire2 { get; }
    [Conv2d(16, Kernel = 1, Weights = "features.4.squeeze"), ReLU]                                                     public static partial Layer Fire3Squeeze { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.4.expand1x1"), ReLU]                                                   public static partial Layer Fire3Expand1x1 { get; }
    [From(nameof(Fire3Squeeze)), Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.4.expand3x3"), ReLU]          public static partial Layer Fire3Expand3x3 { get; }
    [Concat(nameof(Fire3Expand1x1), nameof(Fire3Expand3x3))]                                                           public static partial Layer Fire3 { get; }
    [Conv2d(32, Kernel = 1, Weights = "features.5.squeeze"), ReLU]                                                     public static partial Layer Fire4Squeeze { get; }
    [Conv2d(128, Kernel = 1, Weights = "features.5.expand1x1"), ReLU]                                                  public static partial Layer Fire4Expand1x1 { get; }
    [From(nameof(Fire4Squeeze)), Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.5.expand3x3"), ReLU]         public static partial Layer Fire4Expand3x3 { get; }
    [Concat(nameof(Fire4Expand1x1), nameof(Fire4Expand3x3))]                                                           public static partial Layer Fire4 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(256, 27, 27)]                                  public static partial Layer Pool4 { get; }

    [Conv2d(32, Kernel = 1, Weights = "features.7.squeeze"), ReLU]                                                     public static partial Layer Fire5Squeeze { get; }
    [Conv2d(128, Kernel = 1, Weights = "features.7.expand1x1"), ReLU]                                                  public static partial Layer Fire5Expand1x1 { get; }
    [From(nameof(Fire5Squeeze)), Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.7.expand3x3"), ReLU]         public static partial Layer Fire5Expand3x3 { get; }
    [Concat(nameof(Fire5Expand1x1), nameof(Fire5Expand3x3))]                                                           public static partial Layer Fire5 { get; }
    [Conv2d(48, Kernel = 1, Weights = "features.8.squeeze"), ReLU]                                                     public static partial Layer Fire6Squeeze { get; }
    [Conv2d(192, Kernel = 1, Weights = "features.8.expand1x1"), ReLU]                                                  public static partial Layer Fire6Expand1x1 { get; }
    [From(nameof(Fire6Squeeze)), Conv2d(192, Kernel = 3, Padding = 1, Weights = "features.8.expand3x3"), ReLU]         public static partial Layer Fire6Expand3x3 { get; }
    [Concat(nameof(Fire6Expand1x1), nameof(Fire6Expand3x3))]                                                           public static partial Layer Fire6 { get; }
    [Conv2d(48, Kernel = 1, Weights = "features.9.squeeze"), ReLU]                                                     public static partial Layer Fire7Squeeze { get; }
    [Conv2d(192, Kernel = 1, Weights = "features.9.expand1x1"), ReLU]                                                  public static partial Layer Fire7Expand1x1 { get; }
    [From(nameof(Fire7Squeeze)), Conv2d(192, Kernel = 3, Padding = 1, Weights = "features.9.expand3x3"), ReLU]         public static partial Layer Fire7Expand3x3 { get; }
    [Concat(nameof(Fire7Expand1x1), nameof(Fire7Expand3x3))]                                                           public static partial Layer Fire7 { get; }
    [Conv2d(64, Kernel = 1, Weights = "features.10.squeeze"), ReLU]                                                    public static partial Layer Fire8Squeeze { get; }
    [Conv2d(256, Kernel = 1, Weights = "features.10.expand1x1"), ReLU]                                                 public static partial Layer Fire8Expand1x1 { get; }
    [From(nameof(Fire8Squeeze)), Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.10.expand3x3"), ReLU]        public static partial Layer Fire8Expand3x3 { get; }
    [Concat(nameof(Fire8Expand1x1), nameof(Fire8Expand3x3))]                                                           public static partial Layer Fire8 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(512, 13, 13)]                                  public static partial Layer Pool8 { get; }

    [Conv2d(64, Kernel = 1, Weights = "features.12.squeeze"), ReLU]                                                    public static partial Layer Fire9Squeeze { get; }
    [Conv2d(256, Kernel = 1, Weights = "features.12.expand1x1"), ReLU]                                                 public static partial Layer Fire9Expand1x1 { get; }
    [From(nameof(Fire9Squeeze)), Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.12.expand3x3"), ReLU]        public static partial Layer Fire9Expand3x3 { get; }
    [Concat(nameof(Fire9Expand1x1), nameof(Fire9Expand3x3))]                                                           public static partial Layer Fire9 { get; }

    [Dropout, Conv2d(1000, Kernel = 1, Weights = "classifier.1"), ReLU]                                                public static partial Layer Conv10 { get; }
    [AdaptiveAvgPool2d(1), Flatten, Shape(1000)]                                                                       public static partial Layer Scores { get; }
}
