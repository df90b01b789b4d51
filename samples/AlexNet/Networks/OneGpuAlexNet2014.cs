using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>AlexNet for one GPU, as cuda-convnet2 trained it in 2014; torchvision's channels come from here.</summary>
/// <remarks>
/// Source: cuda-convnet2, layers/layers-imagenet-1gpu.cfg; Krizhevsky, "One weird trick for parallelizing convolutional
/// neural networks", arXiv 1404.5997. Conv1 is normalised and pooled before its ReLU, Conv2 after.
/// The sample feeds it as Caffe: BGR, 0 to 255, less the mean (104, 117, 123).
/// </remarks>
[Network(3, 224, 224, Dialect = Dialect.CudaConvnet), Parameters(61_100_840)]
public sealed partial class OneGpuAlexNet2014
{
    [Conv2d(64, Kernel = 11, Stride = 4, Rounding = Rounding.Ceil, Weights = "conv1"), LocalResponseNorm(5, K = 2f), Shape(64, 55, 55)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), ReLU, Shape(64, 27, 27)]                                                                        public static partial Layer Pool1 { get; }
    [Conv2d(192, Kernel = 5, Padding = 2, Weights = "conv2"), ReLU, LocalResponseNorm(5, K = 2f)]                                       public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(192, 13, 13)]                                                                             public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "conv3"), ReLU]                                                                     public static partial Layer Conv3 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "conv4"), ReLU]                                                                     public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "conv5"), ReLU]                                                                     public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 6, 6)]                                                                               public static partial Layer Pool5 { get; }
    [Flatten, Dropout, Linear(4096, Weights = "fc6"), ReLU, Parameters(37_752_832)]                                                     public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "fc7"), ReLU]                                                                                      public static partial Layer Fc7 { get; }
    [Linear(1000, Weights = "fc8")]                                                                                                     public static partial Layer Fc8 { get; }
}
