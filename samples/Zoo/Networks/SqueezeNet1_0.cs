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

    [Fire(Squeeze = 16, Weights = "features.3")]                                                                       public static partial Layer Fire2 { get; }
    [Fire(Squeeze = 16, Weights = "features.4")]                                                                       public static partial Layer Fire3 { get; }
    [Fire(Squeeze = 32, Weights = "features.5")]                                                                       public static partial Layer Fire4 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(256, 27, 27)]                                  public static partial Layer Pool4 { get; }

    [Fire(Squeeze = 32, Weights = "features.7")]                                                                       public static partial Layer Fire5 { get; }
    [Fire(Squeeze = 48, Weights = "features.8")]                                                                       public static partial Layer Fire6 { get; }
    [Fire(Squeeze = 48, Weights = "features.9")]                                                                       public static partial Layer Fire7 { get; }
    [Fire(Squeeze = 64, Weights = "features.10")]                                                                      public static partial Layer Fire8 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(512, 13, 13)]                                  public static partial Layer Pool8 { get; }

    [Fire(Squeeze = 64, Weights = "features.12")]                                                                      public static partial Layer Fire9 { get; }

    [Dropout, Conv2d(1000, Kernel = 1, Weights = "classifier.1"), ReLU]                                                public static partial Layer Conv10 { get; }
    [AdaptiveAvgPool2d(1), Flatten, Shape(1000)]                                                                       public static partial Layer Scores { get; }
}
