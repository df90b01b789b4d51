using AlexNetGen;

namespace AlexNetGen.Tests.Networks;

/// <summary>The sample AlexNet2012 at a quarter of its width.</summary>
[Network(3, 224, 224, Dialect = Dialect.CudaConvnet), Parameters(3_818_842)]
internal sealed partial class QuarterAlexNet2012
{
    [Conv2d(24, Kernel = 11, Stride = 4, Rounding = Rounding.Ceil, Weights = "conv1"), ReLU, LocalResponseNorm(5, K = 2f)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                                                                    public static partial Layer Pool1 { get; }
    [Conv2d(64, Kernel = 5, Padding = 2, Groups = 2, Weights = "conv2"), ReLU, LocalResponseNorm(5, K = 2f)]               public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                                                                    public static partial Layer Pool2 { get; }
    [Conv2d(96, Kernel = 3, Padding = 1, Weights = "conv3"), ReLU]                                                         public static partial Layer Conv3 { get; }
    [Conv2d(96, Kernel = 3, Padding = 1, Groups = 2, Weights = "conv4"), ReLU]                                             public static partial Layer Conv4 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Groups = 2, Weights = "conv5"), ReLU]                                             public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                                                                    public static partial Layer Pool5 { get; }
    [Flatten, Dropout, Linear(1024, Weights = "fc6"), ReLU]                                                                public static partial Layer Fc6 { get; }
    [Dropout, Linear(1024, Weights = "fc7"), ReLU]                                                                         public static partial Layer Fc7 { get; }
    [Linear(250, Weights = "fc8")]                                                                                         public static partial Layer Fc8 { get; }
}
