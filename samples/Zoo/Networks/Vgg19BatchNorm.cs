using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>VGG with 19 layers of weights and batch normalisation, torchvision's vgg19_bn.</summary>
/// <remarks>
/// Source: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", arXiv 1409.1556,
/// configuration E; torchvision/models/vgg.py. Every size is exact. AvgPool is the identity at 224.
/// Batch normalisation, younger than the paper, stands after every convolution.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(143_678_248)]
public sealed partial class Vgg19BatchNorm
{
    [Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.0"), BatchNorm2d(Weights = "features.1"), ReLU]    public static partial Layer Conv1a { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.3"), BatchNorm2d(Weights = "features.4"), ReLU]    public static partial Layer Conv1b { get; }
    [MaxPool2d(Kernel = 2), Shape(64, 112, 112)]                                                                public static partial Layer Pool1 { get; }

    [Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.7"), BatchNorm2d(Weights = "features.8"), ReLU]   public static partial Layer Conv2a { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Weights = "features.10"), BatchNorm2d(Weights = "features.11"), ReLU] public static partial Layer Conv2b { get; }
    [MaxPool2d(Kernel = 2), Shape(128, 56, 56)]                                                                 public static partial Layer Pool2 { get; }

    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.14"), BatchNorm2d(Weights = "features.15"), ReLU] public static partial Layer Conv3a { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.17"), BatchNorm2d(Weights = "features.18"), ReLU] public static partial Layer Conv3b { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.20"), BatchNorm2d(Weights = "features.21"), ReLU] public static partial Layer Conv3c { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "features.23"), BatchNorm2d(Weights = "features.24"), ReLU] public static partial Layer Conv3d { get; }
    [MaxPool2d(Kernel = 2), Shape(256, 28, 28)]                                                                 public static partial Layer Pool3 { get; }

    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.27"), BatchNorm2d(Weights = "features.28"), ReLU] public static partial Layer Conv4a { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.30"), BatchNorm2d(Weights = "features.31"), ReLU] public static partial Layer Conv4b { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.33"), BatchNorm2d(Weights = "features.34"), ReLU] public static partial Layer Conv4c { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.36"), BatchNorm2d(Weights = "features.37"), ReLU] public static partial Layer Conv4d { get; }
    [MaxPool2d(Kernel = 2), Shape(512, 14, 14)]                                                                 public static partial Layer Pool4 { get; }

    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.40"), BatchNorm2d(Weights = "features.41"), ReLU] public static partial Layer Conv5a { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.43"), BatchNorm2d(Weights = "features.44"), ReLU] public static partial Layer Conv5b { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.46"), BatchNorm2d(Weights = "features.47"), ReLU] public static partial Layer Conv5c { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Weights = "features.49"), BatchNorm2d(Weights = "features.50"), ReLU] public static partial Layer Conv5d { get; }
    [MaxPool2d(Kernel = 2), Shape(512, 7, 7)]                                                                   public static partial Layer Pool5 { get; }

    [AdaptiveAvgPool2d(7)]                                                                                      public static partial Layer AvgPool { get; }
    [Flatten, Linear(4096, Weights = "classifier.0"), ReLU, Parameters(102_764_544)]                            public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "classifier.3"), ReLU]                                                     public static partial Layer Fc7 { get; }
    [Dropout, Linear(1000, Weights = "classifier.6")]                                                           public static partial Layer Fc8 { get; }
}
