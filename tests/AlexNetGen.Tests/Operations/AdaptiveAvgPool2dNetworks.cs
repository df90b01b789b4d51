using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Adaptive average pools: windows that do not divide, overlap, or repeat.

[Network(5, 7, 7)]
internal sealed partial class AdaptiveAvgPool2d7To3
{
    [AdaptiveAvgPool2d(3)] public static partial Layer Output { get; }
}

[Network(3, 3, 3)]
internal sealed partial class AdaptiveAvgPool2d3To5
{
    [AdaptiveAvgPool2d(5)] public static partial Layer Output { get; }
}

[Network(17, 6, 7)]
internal sealed partial class AdaptiveAvgPool2dToOne
{
    [AdaptiveAvgPool2d(1)] public static partial Layer Output { get; }
}

[Network(3, 6, 6)]
internal sealed partial class AdaptiveAvgPool2dIdentity
{
    [AdaptiveAvgPool2d(6)] public static partial Layer Output { get; }
}

[Network(5, 11, 8)]
internal sealed partial class AdaptiveAvgPool2dNonSquare
{
    [AdaptiveAvgPool2d(4, 3)] public static partial Layer Output { get; }
}

[Network(3, 4, 13)]
internal sealed partial class AdaptiveAvgPool2dUpAndDown
{
    [AdaptiveAvgPool2d(7, 5)] public static partial Layer Output { get; }
}
