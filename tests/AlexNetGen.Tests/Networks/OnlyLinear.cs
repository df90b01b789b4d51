using AlexNetGen;

namespace AlexNetGen.Tests.Networks;

/// <summary>Fully connected layers alone, the first large enough for several threads.</summary>
[Network(700)]
internal sealed partial class OnlyLinear
{
    [Linear(301), ReLU]                                public static partial Layer Fc1 { get; }
    [Linear(64), Sigmoid, LayerNorm(Weights = "norm")] public static partial Layer Fc2 { get; }
    [Linear(9, Bias = false), Softmax]                 public static partial Layer Fc3 { get; }
}
