using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Operations without weights or windows.

[Network(5, 7, 9)]
internal sealed partial class ReLUOfMap
{
    [ReLU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class ReLUOfVector
{
    [ReLU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SoftmaxOfVector
{
    [Softmax] public static partial Layer Output { get; }
}

[Network(7, 5, 3)]
internal sealed partial class SoftmaxOverChannels
{
    [Softmax] public static partial Layer Output { get; }
}

[Network(3, 4, 5)]
internal sealed partial class FlattenOfMap
{
    [Flatten] public static partial Layer Output { get; }
}

[Network(3, 4, 5)]
internal sealed partial class DropoutOfMap
{
    [Dropout(0.3f)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class LogSoftmaxOfVector
{
    [LogSoftmax] public static partial Layer Output { get; }
}

[Network(7, 5, 3)]
internal sealed partial class LogSoftmaxOverChannels
{
    [LogSoftmax] public static partial Layer Output { get; }
}

[Network(21, 4, 3)]
internal sealed partial class LogSoftmaxOverManyChannels
{
    [LogSoftmax] public static partial Layer Output { get; }
}
