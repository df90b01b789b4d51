using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>VGG with 11 layers of weights, as torchvision defines it.</summary>
/// <remarks>
/// Source: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", arXiv 1409.1556,
/// configuration A; torchvision/models/vgg.py. Every size is exact. AvgPool is the identity at 224.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(132_863_336)]
public sealed partial class Vgg11
{
    [Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.0"), ReLU]              public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 2), Shape(64, 112, 112)]                                     public static partial Layer Pool1 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.3"), ReLU]             public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 2), Shape(128, 56, 56)]                                      public static partial Layer Pool2 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.6"), ReLU]             public static partial Layer Conv3a { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.8"), ReLU]             public static partial Layer Conv3b { get; }
    [MaxPool2d(Kernel = 2), Shape(256, 28, 28)]                                      public static partial Layer Pool3 { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.11"), ReLU]            public static partial Layer Conv4a { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.13"), ReLU]            public static partial Layer Conv4b { get; }
    [MaxPool2d(Kernel = 2), Shape(512, 14, 14)]                                      public static partial Layer Pool4 { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.16"), ReLU]            public static partial Layer Conv5a { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.18"), ReLU]            public static partial Layer Conv5b { get; }
    [MaxPool2d(Kernel = 2), Shape(512, 7, 7)]                                        public static partial Layer Pool5 { get; }
    [AdaptiveAvgPool2d(7)]                                                           public static partial Layer AvgPool { get; }
    [Flatten, Linear(4096, Weights = "classifier.0"), ReLU, Parameters(102_764_544)] public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "classifier.3"), ReLU]                          public static partial Layer Fc7 { get; }
    [Dropout, Linear(1000, Weights = "classifier.6")]                                public static partial Layer Fc8 { get; }
}
