using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>LeNet-5 as it is read today: the paper's sizes, with ReLU and max pools.</summary>
/// <remarks>
/// Source: LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition", 1998, as PyTorch's
/// tutorial "Neural Networks" defines it, and with its tensor names. The paper's has a scaled tanh for ReLU, means with a
/// learned factor for max pools, a C3 that reads only some of S2's maps, and distances to drawn digits at the end:
/// about 60,000 parameters there. Input: one digit of 28x28, padded by 2.
/// </remarks>
[Network(1, 32, 32), Parameters(61_706)]
public sealed partial class LeNet5
{
    [Conv2d(6, Kernel = 5, Weights = "conv1"), ReLU, Shape(6, 28, 28)]   public static partial Layer C1 { get; }
    [MaxPool2d(Kernel = 2)]                                              public static partial Layer S2 { get; }
    [Conv2d(16, Kernel = 5, Weights = "conv2"), ReLU, Shape(16, 10, 10)] public static partial Layer C3 { get; }
    [MaxPool2d(Kernel = 2)]                                              public static partial Layer S4 { get; }
    [Flatten, Linear(120, Weights = "fc1"), ReLU]                        public static partial Layer C5 { get; }
    [Linear(84, Weights = "fc2"), ReLU]                                  public static partial Layer F6 { get; }
    [Linear(10, Weights = "fc3")]                                        public static partial Layer Output { get; }
}
