using AlexNetGen;

namespace AlexNetGen.Tests.Networks;

/// <summary>The sample MmpretrainAlexNet at a quarter of its width.</summary>
[Network(3, 224, 224), Parameters(158_928)]
internal sealed partial class QuarterMmpretrainAlexNet
{
    [Conv2d(16, Kernel = 11, Stride = 4, Padding = 2, Weights = "features.0"), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                              public static partial Layer Pool1 { get; }
    [Conv2d(48, Kernel = 5, Padding = 2, Weights = "features.3"), ReLU]              public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                              public static partial Layer Pool2 { get; }
    [Conv2d(96, Kernel = 3, Padding = 1, Weights = "features.6"), ReLU]              public static partial Layer Conv3 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.8"), ReLU]              public static partial Layer Conv4 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Weights = "features.10"), ReLU]             public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                              public static partial Layer Pool5 { get; }
}
