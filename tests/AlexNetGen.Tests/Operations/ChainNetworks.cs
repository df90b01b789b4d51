using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Several operations after each other, on one layer and on several.

[Network(3, 15, 13)]
internal sealed partial class ConvolutionReLUPool
{
    [Conv2d(16, Kernel = 3, Padding = 1), ReLU, MaxPool2d(Kernel = 3, Stride = 2)] public static partial Layer Output { get; }
}

[Network(3, 15, 13)]
internal sealed partial class ConvolutionPoolReLU
{
    [Conv2d(17, Kernel = 3, Padding = 1), MaxPool2d(Kernel = 3, Stride = 2), ReLU] public static partial Layer Output { get; }
}

[Network(3, 15, 13)]
internal sealed partial class ConvolutionReLUNormPool
{
    [Conv2d(12, Kernel = 3, Padding = 1), ReLU, LocalResponseNorm(5, Alpha = 0.1f), MaxPool2d(Kernel = 3, Stride = 2)]
    public static partial Layer Output { get; }
}

[Network(3, 12, 10)]
internal sealed partial class ConvolutionReLUAveragePool
{
    [Conv2d(9, Kernel = 3, Padding = 1), ReLU, AvgPool2d(Kernel = 2)] public static partial Layer Output { get; }
}

[Network(3, 12, 11)]
internal sealed partial class TwoConvolutionsOnOneLayer
{
    [Conv2d(10, Kernel = 3, Padding = 1, Weights = "stem.0"), ReLU, Conv2d(7, Kernel = 3, Weights = "stem.2")] public static partial Layer Output { get; }
}

[Network(5, 9, 11)]
internal sealed partial class SeparableConvolution
{
    [Conv2d(5, Kernel = 3, Padding = 1, Groups = 5, Bias = false), ReLU] public static partial Layer First { get; }
    [Conv2d(18, Kernel = 1), ReLU]                                       public static partial Layer Output { get; }
}

[Network(45)]
internal sealed partial class ThreeLinearLayers
{
    [Linear(33), ReLU]          public static partial Layer First { get; }
    [Dropout, Linear(17), ReLU] public static partial Layer Second { get; }
    [Linear(10), Softmax]       public static partial Layer Output { get; }
}

[Network(1, 20, 18)]
internal sealed partial class SmallConvolutionalNetwork
{
    [Conv2d(6, Kernel = 5, Padding = 2), ReLU] public static partial Layer First { get; }
    [MaxPool2d(Kernel = 2)]                    public static partial Layer Second { get; }
    [Conv2d(11, Kernel = 3), ReLU]             public static partial Layer Third { get; }
    [AdaptiveAvgPool2d(3)]                     public static partial Layer Fourth { get; }
    [Flatten, Dropout, Linear(10)]             public static partial Layer Output { get; }
}
