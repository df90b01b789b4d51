using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Adaptive max pools, and the mean of each channel.

[Network(5, 7, 7)]
internal sealed partial class AdaptiveMaxPool2d7To3
{
    [AdaptiveMaxPool2d(3)] public static partial Layer Output { get; }
}

[Network(3, 3, 3)]
internal sealed partial class AdaptiveMaxPool2d3To5
{
    [AdaptiveMaxPool2d(5)] public static partial Layer Output { get; }
}

[Network(17, 6, 7)]
internal sealed partial class AdaptiveMaxPool2dToOne
{
    [AdaptiveMaxPool2d(1)] public static partial Layer Output { get; }
}

[Network(5, 11, 8)]
internal sealed partial class AdaptiveMaxPool2dNonSquare
{
    [AdaptiveMaxPool2d(4, 3)] public static partial Layer Output { get; }
}

[Network(3, 6, 6)]
internal sealed partial class AdaptiveMaxPool2dIdentity
{
    [AdaptiveMaxPool2d(6)] public static partial Layer Output { get; }
}

[Network(17, 6, 7)]
internal sealed partial class GlobalAvgPoolOfMap
{
    [GlobalAvgPool] public static partial Layer Output { get; }
}

[Network(5, 7, 6)]
internal sealed partial class GlobalAvgPoolThenLinear
{
    [GlobalAvgPool, Flatten, Linear(9)] public static partial Layer Output { get; }
}
