using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>ZFNet, the AlexNet that its authors corrected after looking into it.</summary>
/// <remarks>
/// Source: Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", arXiv 1311.2901, figure 3. The figure
/// gives no padding; its sizes 110, 55, 26, 13 and 6 do. Conv1 with a padding of 1 is 110.5 long, read as 110: only padding
/// is dropped. The pools round up: Pool1 is 54.5 long, read as 55, and Pool2 12.5, read as 13. "Contrast normalized across
/// feature maps" is AlexNet's normalisation here, with the 2012 paper's constants, after the pools as the figure has it.
/// torchvision has no ZFNet; the tensor names are the layers' own.
/// </remarks>
[Network(3, 224, 224), Parameters(62_357_608)]
public sealed partial class ZFNet
{
    [Conv2d(96, Kernel = 7, Stride = 2, Padding = 1, Weights = "conv1"), ReLU, Shape(96, 110, 110)]                 public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), LocalResponseNorm(5, K = 2f), Shape(96, 55, 55)]  public static partial Layer Pool1 { get; }
    [Conv2d(256, Kernel = 5, Stride = 2, Weights = "conv2"), ReLU, Shape(256, 26, 26)]                              public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), LocalResponseNorm(5, K = 2f), Shape(256, 13, 13)] public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "conv3"), ReLU]                                                 public static partial Layer Conv3 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Weights = "conv4"), ReLU]                                                 public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Weights = "conv5"), ReLU]                                                 public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(256, 6, 6)]                                                           public static partial Layer Pool5 { get; }
    [Flatten, Linear(4096, Weights = "fc6"), ReLU]                                                                  public static partial Layer Fc6 { get; }
    [Dropout, Linear(4096, Weights = "fc7"), ReLU]                                                                  public static partial Layer Fc7 { get; }
    [Dropout, Linear(1000, Weights = "fc8")]                                                                        public static partial Layer Fc8 { get; }
}
