using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Layers that read others than the one before.

[Network(8, 9, 7)]
internal sealed partial class ResidualBlock
{
    [Conv2d(8, Kernel = 3, Padding = 1), ReLU] public static partial Layer First { get; }
    [Conv2d(8, Kernel = 3, Padding = 1)]       public static partial Layer Second { get; }
    [Add(Network.Input, nameof(Second)), ReLU] public static partial Layer Output { get; }
}

[Network(5, 8, 6)]
internal sealed partial class SumOfThree
{
    [Conv2d(12, Kernel = 3, Padding = 1)]                                  public static partial Layer First { get; }
    [From(nameof(First)), Conv2d(12, Kernel = 1), ReLU]                    public static partial Layer Second { get; }
    [From(nameof(First)), Conv2d(12, Kernel = 3, Padding = 1, Groups = 3)] public static partial Layer Third { get; }
    [Add(nameof(First), nameof(Second), nameof(Third))]                    public static partial Layer Output { get; }
}

[Network(5, 9, 7)]
internal sealed partial class ConcatenatedBranches
{
    [Conv2d(3, Kernel = 1), ReLU]                                         public static partial Layer First { get; }
    [From(Network.Input), Conv2d(17, Kernel = 3, Padding = 1), ReLU]      public static partial Layer Second { get; }
    [From(Network.Input), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)] public static partial Layer Third { get; }
    [Concat(nameof(First), nameof(Second), nameof(Third))]                public static partial Layer Output { get; }
}

[Network(16, 9, 7)]
internal sealed partial class FireModule
{
    [Conv2d(4, Kernel = 1), ReLU]                                   public static partial Layer First { get; }
    [Conv2d(9, Kernel = 1), ReLU]                                   public static partial Layer Second { get; }
    [From(nameof(First)), Conv2d(9, Kernel = 3, Padding = 1), ReLU] public static partial Layer Third { get; }
    [Concat(nameof(Second), nameof(Third))]                         public static partial Layer Fourth { get; }
    [Conv2d(6, Kernel = 3), ReLU]                                   public static partial Layer Output { get; }
}

[Network(16, 7, 6)]
internal sealed partial class ShuffleUnit
{
    [Split(2, 0)]                                                                public static partial Layer Left { get; }
    [From(Network.Input), Split(2, 1)]                                           public static partial Layer Right { get; }
    [Conv2d(8, Kernel = 1, Bias = false, Weights = "Right.0"), ReLU]             public static partial Layer Reduce { get; }
    [Conv2d(8, Kernel = 3, Padding = 1, Groups = 8, Bias = false, Weights = "Right.3")] public static partial Layer Depthwise { get; }
    [Conv2d(8, Kernel = 1, Bias = false, Weights = "Right.5"), ReLU]             public static partial Layer Expand { get; }
    [Concat(nameof(Left), nameof(Expand)), ChannelShuffle(2)]                    public static partial Layer Output { get; }
}

[Network(3, 8, 9)]
internal sealed partial class SqueezeExcitationOfEfficientNet
{
    [Conv2d(12, Kernel = 3, Padding = 1)]                          public static partial Layer First { get; }
    [GlobalAvgPool, Conv2d(3, Kernel = 1, Weights = "fc1"), SiLU]  public static partial Layer Squeeze { get; }
    [Conv2d(12, Kernel = 1, Weights = "fc2"), Sigmoid]             public static partial Layer Scale { get; }
    [Multiply(nameof(Scale), nameof(First))]                       public static partial Layer Output { get; }
}

[Network(3, 8, 9)]
internal sealed partial class SqueezeExcitationOfMobileNetV3
{
    [Conv2d(12, Kernel = 3, Padding = 1)]                          public static partial Layer First { get; }
    [GlobalAvgPool, Conv2d(3, Kernel = 1, Weights = "fc1"), ReLU]  public static partial Layer Squeeze { get; }
    [Conv2d(12, Kernel = 1, Weights = "fc2"), HardSigmoid]         public static partial Layer Scale { get; }
    [Multiply(nameof(Scale), nameof(First))]                       public static partial Layer Output { get; }
}

[Network(10, 9, 8)]
internal sealed partial class ConvNextBlock
{
    [Conv2d(10, Kernel = 7, Padding = 3, Groups = 10, Weights = "block.0")]       public static partial Layer Depthwise { get; }
    [LayerNorm(Epsilon = 1e-6, Weights = "block.2")]                              public static partial Layer Norm { get; }
    [PointwiseLinear(40, Weights = "block.3"), GELU]                              public static partial Layer Expand { get; }
    [PointwiseLinear(10, Weights = "block.5")]                                    public static partial Layer Reduce { get; }
    [ChannelScale(Weights = "layer_scale"), Add(Network.Input)]                   public static partial Layer Output { get; }
}

[Network(5, 6, 7)]
internal sealed partial class JoinedRows
{
    [Conv2d(5, Kernel = 3, Padding = 1), ReLU]                                                  public static partial Layer First { get; }
    [Concat(Network.Input, Network.Input, Axis = ConcatAxis.Width), MaxPool2d(Kernel = 2)]      public static partial Layer Second { get; }
    [Concat(nameof(First), Network.Input, nameof(Second), Axis = ConcatAxis.Height)]            public static partial Layer Output { get; }
}

[Network(5, 6, 7)]
internal sealed partial class JoinedColumns
{
    [Conv2d(5, Kernel = 3, Padding = 1), ReLU]                                      public static partial Layer First { get; }
    [From(Network.Input), Conv2d(5, KernelHeight = 1, KernelWidth = 3)]             public static partial Layer Third { get; }
    [Concat(nameof(First), Network.Input, nameof(Third), Axis = ConcatAxis.Width)]  public static partial Layer Output { get; }
}

[Network(3, 6, 7)]
internal sealed partial class SeveralOutputs
{
    [Conv2d(4, Kernel = 3), ReLU, Output]                public static partial Layer Features { get; }
    [GlobalAvgPool, Flatten, Linear(5), Output]          public static partial Layer Aux { get; }
    [From(nameof(Features)), Flatten, Linear(2)]         public static partial Layer Scores { get; }
}

[Network(3, 4, 5)]
internal sealed partial class OutputsOfOneValue
{
    [Conv2d(6, Kernel = 3, Padding = 1), Output] public static partial Layer First { get; }
    [ReLU, Output]                               public static partial Layer Second { get; }
    [Sigmoid]                                    public static partial Layer Third { get; }
}
