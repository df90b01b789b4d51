using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>AlexNet as torchvision defines it, with torchvision's tensor names.</summary>
/// <remarks>
/// Source: torchvision/models/alexnet.py. Its channels are those of Krizhevsky's one-GPU network of 2014
/// (arXiv 1404.5997); it has no normalisation. Conv1's padding of 2 gives 55.25, read as 55: only padding is dropped.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(61_100_840)]
public sealed partial class TorchvisionAlexNet
{
    [Conv2d(64, Kernel = 11, Stride = 4, Padding = 2, Weights = "features.0"), ReLU, Shape(64, 55, 55)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(64, 27, 27)]                                              public static partial Layer Pool1 { get; }
    [Conv2d(192, Kernel = 5, Padding = 2, Weights = "features.3"), ReLU]                                public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(192, 13, 13)]                                             public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "features.6"), ReLU]                                public static partial Layer Conv3 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.8"), ReLU]                                public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.10"), ReLU]                               public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 6, 6)]                                               public static partial Layer Pool5 { get; }
    [AdaptiveAvgPool2d(6)]                                                                              public static partial Layer AvgPool { get; }
    [Flatten, Dropout, Linear(4096, Weights = "classifier.1"), ReLU, Parameters(37_752_832)]            public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "classifier.4"), ReLU]                                             public static partial Layer Fc7 { get; }
    [Linear(1000, Weights = "classifier.6")]                                                            public static partial Layer Fc8 { get; }
}
