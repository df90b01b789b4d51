using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>AlexNet of the 2012 paper, read by its authors' own rule for sizes.</summary>
/// <remarks>
/// Source: Krizhevsky, Sutskever, Hinton, "ImageNet Classification with Deep Convolutional Neural Networks", NIPS 2012,
/// sections 3.3 to 3.5. cuda-convnet rounds convolutions up: 224 without padding gives 54.25, there 55, the last window
/// hanging three pixels over the edge. The sample feeds it as Caffe: BGR, 0 to 255, less the mean (104, 117, 123).
/// </remarks>
[Network(3, 224, 224, Dialect = Dialect.CudaConvnet), Parameters(60_965_224)]
public sealed partial class AlexNet2012
{
    [Conv2d(96, Kernel = 11, Stride = 4, Rounding = Rounding.Ceil, Weights = "conv1"), ReLU, LocalResponseNorm(5, K = 2f), Shape(96, 55, 55)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(96, 27, 27)]                                                                                    public static partial Layer Pool1 { get; }
    [Conv2d(256, Kernel = 5, Padding = 2, Groups = 2, Weights = "conv2"), ReLU, LocalResponseNorm(5, K = 2f)]                                 public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 13, 13)]                                                                                   public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "conv3"), ReLU]                                                                           public static partial Layer Conv3 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Groups = 2, Weights = "conv4"), ReLU]                                                               public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Groups = 2, Weights = "conv5"), ReLU]                                                               public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 6, 6)]                                                                                     public static partial Layer Pool5 { get; }
    [Flatten, Dropout, Linear(4096, Weights = "fc6"), ReLU, Parameters(37_752_832)]                                                           public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "fc7"), ReLU]                                                                                            public static partial Layer Fc7 { get; }
    [Linear(1000, Weights = "fc8")]                                                                                                           public static partial Layer Fc8 { get; }
}
