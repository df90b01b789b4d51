using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Fully connected layers of odd sizes.

[Network(37)]
internal sealed partial class LinearOddSizes
{
    [Linear(19)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class LinearNoBias
{
    [Linear(19, Bias = false)] public static partial Layer Output { get; }
}

[Network(1)]
internal sealed partial class LinearOneInput
{
    [Linear(5)] public static partial Layer Output { get; }
}

[Network(129)]
internal sealed partial class LinearOneOutput
{
    [Linear(1)] public static partial Layer Output { get; }
}

[Network(300)]
internal sealed partial class Linear300To65
{
    [Linear(65)] public static partial Layer Output { get; }
}

[Network(5, 7, 3)]
internal sealed partial class LinearAfterFlatten
{
    [Flatten, Linear(11)] public static partial Layer Output { get; }
}
