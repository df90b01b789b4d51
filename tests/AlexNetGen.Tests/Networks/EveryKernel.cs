using AlexNetGen;

namespace AlexNetGen.Tests.Networks;

/// <summary>A network small enough for a processor without vectors, with every kernel in it.</summary>
[Network(3, 40, 36)]
internal sealed partial class EveryKernel
{
    [Conv2d(17, Kernel = 5, Padding = 2), LocalResponseNorm(5), ReLU]                public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 2)]                                                          public static partial Layer Pool1 { get; }
    [Conv2d(34, Kernel = 3, Padding = 1, Groups = 17), ReLU, AvgPool2d(Kernel = 2)]  public static partial Layer Conv2 { get; }
    [Conv2d(32, Kernel = 1), Softmax, AdaptiveAvgPool2d(4, 5)]                       public static partial Layer Conv3 { get; }
    [Flatten, Dropout, Linear(33), ReLU, Linear(10, Weights = "Scores.1"), Softmax]  public static partial Layer Scores { get; }
}
