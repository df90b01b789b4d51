using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Networks over sequences of channels x length.

[Network(5, 23)]
internal sealed partial class Conv1dKernel3
{
    [Conv1d(17, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(3, 40)]
internal sealed partial class Conv1dStride4
{
    [Conv1d(16, Kernel = 9, Stride = 4, Padding = 4)] public static partial Layer Output { get; }
}

[Network(6, 31)]
internal sealed partial class Conv1dDilationCausal
{
    [Conv1d(12, Kernel = 3, PaddingLeft = 8, Dilation = 4)] public static partial Layer Output { get; }
}

[Network(20, 18)]
internal sealed partial class Conv1dGroups
{
    [Conv1d(12, Kernel = 5, Padding = 2, Groups = 4)] public static partial Layer Output { get; }
}

[Network(16, 19)]
internal sealed partial class Conv1dDepthwise
{
    [Conv1d(16, Kernel = 7, Stride = 2, Padding = 3, Groups = 16, Bias = false)] public static partial Layer Output { get; }
}

[Network(20, 13)]
internal sealed partial class Conv1dPointwise
{
    [Conv1d(33, Kernel = 1)] public static partial Layer Output { get; }
}

[Network(7, 1)]
internal sealed partial class Conv1dOnePosition
{
    [Conv1d(5, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 21)]
internal sealed partial class MaxPool1dOverlapping
{
    [MaxPool1d(Kernel = 3, Stride = 2)] public static partial Layer Output { get; }
}

[Network(3, 24)]
internal sealed partial class MaxPool1dDilationCeil
{
    [MaxPool1d(Kernel = 3, Stride = 2, Padding = 1, Dilation = 2, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 22)]
internal sealed partial class AvgPool1dPadding
{
    [AvgPool1d(Kernel = 4, Stride = 2, Padding = 2)] public static partial Layer Output { get; }
}

[Network(5, 21)]
internal sealed partial class AvgPool1dPaddingNotCounted
{
    [AvgPool1d(Kernel = 3, Stride = 2, Padding = 1, CountIncludePad = false)] public static partial Layer Output { get; }
}

[Network(21, 9)]
internal sealed partial class BatchNorm1dOfSequence
{
    [BatchNorm1d] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class BatchNorm1dOfVector
{
    [BatchNorm1d(Epsilon = 1e-3f), ReLU] public static partial Layer Output { get; }
}

[Network(17, 11)]
internal sealed partial class GlobalAvgPoolOfSequence
{
    [GlobalAvgPool] public static partial Layer Output { get; }
}

[Network(5, 7)]
internal sealed partial class FlattenOfSequence
{
    [Flatten, Linear(11)] public static partial Layer Output { get; }
}

[Network(7, 5)]
internal sealed partial class SoftmaxOfSequence
{
    [Softmax] public static partial Layer Output { get; }
}

[Network(12, 9)]
internal sealed partial class SplitOfSequence
{
    [Split(3, 2), ChannelScale] public static partial Layer Output { get; }
}

[Network(8, 25)]
internal sealed partial class ResidualSequence
{
    [Conv1d(8, Kernel = 3, Padding = 2, Dilation = 2), BatchNorm1d(Weights = "Norm1"), ReLU] public static partial Layer First { get; }
    [Conv1d(8, Kernel = 3, Padding = 4, Dilation = 4), BatchNorm1d(Weights = "Norm2")]       public static partial Layer Second { get; }
    [Add(nameof(Second), Network.Input), ReLU, Concat(Network.Input)]                        public static partial Layer Joined { get; }
    [GlobalAvgPool, Conv1d(16, Kernel = 1), Sigmoid]                                         public static partial Layer Gate { get; }
    [Multiply(nameof(Joined), nameof(Gate))]                                                 public static partial Layer Scaled { get; }
    [MaxPool1d(Kernel = 3, Stride = 2), Flatten, Linear(5)]                                  public static partial Layer Output { get; }
}
