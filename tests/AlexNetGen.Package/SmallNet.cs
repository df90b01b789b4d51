using AlexNetGen;

namespace AlexNetGen.Package;

/// <summary>A small network of every kind of kernel.</summary>
[Network(3, 32, 32)]
[Parameters(9_962)]
public sealed partial class SmallNet
{
    /// <summary>The first convolution.</summary>
    [Conv2d(16, Kernel = 5, Padding = 2), ReLU, LocalResponseNorm(5)] public static partial Layer Conv1 { get; }

    /// <summary>The first pool.</summary>
    [MaxPool2d(Kernel = 2)] public static partial Layer Pool1 { get; }

    /// <summary>The second convolution.</summary>
    [Conv2d(32, Kernel = 3, Padding = 1, Groups = 2), ReLU, AvgPool2d(Kernel = 2)] public static partial Layer Conv2 { get; }

    /// <summary>The classifier.</summary>
    [AdaptiveAvgPool2d(5, 4), Flatten, Dropout, Linear(10), Softmax] public static partial Layer Scores { get; }
}
