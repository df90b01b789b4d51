using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Layers that merge others, and batch normalisation; goldens of make_graphs.py.

[Network(5, 9, 7)]
internal sealed partial class BatchNormAfterConv
{
    [Conv2d(17, Kernel = 3, Padding = 1), BatchNorm2d(Weights = "bn"), ReLU] public static partial Layer Output { get; }
}

[Network(5, 9, 7)]
internal sealed partial class BatchNormBeforePaddedConv
{
    [BatchNorm2d(Epsilon = 1e-3f)]       public static partial Layer First { get; }
    [Conv2d(8, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(6, 12, 10)]
internal sealed partial class ResidualWithProjection
{
    [Conv2d(8, Kernel = 3, Stride = 2, Padding = 1), BatchNorm2d(Weights = "bn1"), ReLU]          public static partial Layer First { get; }
    [Conv2d(8, Kernel = 3, Padding = 1), BatchNorm2d(Weights = "bn2")]                            public static partial Layer Second { get; }
    [From(Network.Input), Conv2d(8, Kernel = 1, Stride = 2), BatchNorm2d(Weights = "bn3")]        public static partial Layer Third { get; }
    [Add(nameof(Second), nameof(Third)), ReLU]                                                    public static partial Layer Output { get; }
}

[Network(4, 7, 6)]
internal sealed partial class AddToTheResultSoFar
{
    [Conv2d(9, Kernel = 3, Padding = 1)]                                  public static partial Layer First { get; }
    [ReLU, Conv2d(9, Kernel = 3, Padding = 1), Add(nameof(First)), ReLU]  public static partial Layer Second { get; }
}

[Network(4, 7, 6)]
internal sealed partial class ReadAfterAnElementwiseLayer
{
    [Conv2d(9, Kernel = 1)]                                public static partial Layer First { get; }
    [ReLU]                                                 public static partial Layer Second { get; }
    [From(nameof(First)), Softmax]                         public static partial Layer Third { get; }
    [Add(nameof(Second), nameof(First), nameof(Third))]    public static partial Layer Output { get; }
}

[Network(3, 8, 9)]
internal sealed partial class SqueezeAndExcitation
{
    [Conv2d(12, Kernel = 3, Padding = 1)]                        public static partial Layer First { get; }
    [AdaptiveAvgPool2d(1), Conv2d(4, Kernel = 1), ReLU]          public static partial Layer Second { get; }
    [Conv2d(12, Kernel = 1), Softmax, Multiply(nameof(First))]   public static partial Layer Third { get; }
}

[Network(5, 6, 4)]
internal sealed partial class ProductOfThree
{
    [Conv2d(5, Kernel = 1)]                                           public static partial Layer First { get; }
    [Multiply(Network.Input, nameof(First), Network.Input)]           public static partial Layer Output { get; }
}

[Network(6, 8, 8)]
internal sealed partial class DenseBlock
{
    [BatchNorm2d(Weights = "bn1"), ReLU, Conv2d(4, Kernel = 3, Padding = 1, Weights = "First")] public static partial Layer First { get; }
    [Concat(Network.Input, nameof(First))]                                                      public static partial Layer Second { get; }
    [BatchNorm2d(Weights = "bn2"), ReLU, Conv2d(4, Kernel = 3, Padding = 1, Weights = "Third")] public static partial Layer Third { get; }
    [Concat(nameof(Second), nameof(Third))]                                                     public static partial Layer Output { get; }
}

[Network(11)]
internal sealed partial class ConcatenatedVectors
{
    [Linear(7), ReLU]                                             public static partial Layer First { get; }
    [From(Network.Input), Linear(3)]                              public static partial Layer Second { get; }
    [Concat(nameof(First), Network.Input, nameof(Second))]        public static partial Layer Output { get; }
}

[Network(3, 6, 6)]
internal sealed partial class BranchesThatEndInAVector
{
    [Conv2d(8, Kernel = 3)]                                    public static partial Layer First { get; }
    [Flatten]                                                  public static partial Layer Second { get; }
    [From(nameof(First)), MaxPool2d(Kernel = 2), Flatten]      public static partial Layer Third { get; }
    [Concat(nameof(Second), nameof(Third)), Linear(10)]        public static partial Layer Output { get; }
}
