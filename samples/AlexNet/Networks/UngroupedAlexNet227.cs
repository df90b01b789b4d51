using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The table often posted as Caffe's AlexNet: 227, channels 96/256/384/256/256, no groups, no normalisation.</summary>
/// <remarks>
/// It is neither Caffe's (whose Conv4 has 384 channels, and whose Conv2, Conv4 and Conv5 have two groups) nor
/// torchvision's. The sample feeds it as Caffe: BGR, 0 to 255, less the mean (104, 117, 123).
/// </remarks>
[Network(3, 227, 227), Parameters(61_640_936)]
public sealed partial class UngroupedAlexNet227
{
    [Conv2d(96, Kernel = 11, Stride = 4, Weights = "conv1"), ReLU, Shape(96, 55, 55)] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(96, 27, 27)]                            public static partial Layer Pool1 { get; }
    [Conv2d(256, Kernel = 5, Padding = 2, Weights = "conv2"), ReLU]                   public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 13, 13)]                           public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "conv3"), ReLU]                   public static partial Layer Conv3 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "conv4"), ReLU]                   public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "conv5"), ReLU]                   public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 6, 6)]                             public static partial Layer Pool5 { get; }
    [AdaptiveAvgPool2d(6)]                                                            public static partial Layer AvgPool { get; }
    [Flatten, Dropout, Linear(4096, Weights = "fc6"), ReLU, Parameters(37_752_832)]   public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "fc7"), ReLU]                                    public static partial Layer Fc7 { get; }
    [Linear(1000, Weights = "fc8")]                                                   public static partial Layer Fc8 { get; }
}
