using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>AlexNet as mmpretrain's backbone: torchvision's features without average pool and classifier.</summary>
/// <remarks>
/// Source: mmpretrain/models/backbones/alexnet.py with num_classes = -1, its default. It ends at 256x6x6.
/// </remarks>
[Network(3, 224, 224), Parameters(2_469_696)]
public sealed partial class MmpretrainAlexNet
{
    [Conv2d(64, Kernel = 11, Stride = 4, Padding = 2, Weights = "features.0"), ReLU, Shape(64, 55, 55)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(64, 27, 27)]                                              public static partial Layer Pool1 { get; }
    [Conv2d(192, Kernel = 5, Padding = 2, Weights = "features.3"), ReLU]                                public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(192, 13, 13)]                                             public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "features.6"), ReLU]                                public static partial Layer Conv3 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.8"), ReLU]                                public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.10"), ReLU]                               public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 6, 6)]                                               public static partial Layer Pool5 { get; }
}
