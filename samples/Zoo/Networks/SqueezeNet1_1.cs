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
    [Conv2d(64, Kernel = 3, Stride = 2, Weights = "features.0"), ReLU, Shape(64, 113, 113)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(64, 56, 56)]        public static partial Layer Pool1 { get; }

    [Fire(Squeeze = 16, Weights = "features.3")]                                            public static partial Layer Fire2 { get; }
    [Fire(Squeeze = 16, Weights = "features.4")]                                            public static partial Layer Fire3 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(128, 28, 28)]       public static partial Layer Pool3 { get; }

    [Fire(Squeeze = 32, Weights = "features.6")]                                            public static partial Layer Fire4 { get; }
    [Fire(Squeeze = 32, Weights = "features.7")]                                            public static partial Layer Fire5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(256, 14, 14)]       public static partial Layer Pool5 { get; }

    [Fire(Squeeze = 48, Weights = "features.9")]                                            public static partial Layer Fire6 { get; }
    [Fire(Squeeze = 48, Weights = "features.10")]                                           public static partial Layer Fire7 { get; }
    [Fire(Squeeze = 64, Weights = "features.11")]                                           public static partial Layer Fire8 { get; }
    [Fire(Squeeze = 64, Weights = "features.12")]                                           public static partial Layer Fire9 { get; }

    [Dropout, Conv2d(1000, Kernel = 1, Weights = "classifier.1"), ReLU]                     public static partial Layer Conv10 { get; }
    [AdaptiveAvgPool2d(1), Flatten, Shape(1000)]                                            public static partial Layer Scores { get; }
}
