// A kernel larger than its input
// AlexNet on CIFAR's pictures of 32x32: nothing is left for the last pool.
using AlexNetGen;

[Network(3, 32, 32)]
public sealed partial class AlexNetOnCifar
{
    [Conv2d(64, Kernel = 11, Stride = 4, Padding = 2), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                      public static partial Layer Pool1 { get; }
    [Conv2d(192, Kernel = 5, Padding = 2), ReLU]             public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                      public static partial Layer Pool2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1), ReLU]             public static partial Layer Conv3 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1), ReLU]             public static partial Layer Conv4 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1), ReLU]             public static partial Layer Conv5 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                      public static partial Layer Pool5 { get; }
}
