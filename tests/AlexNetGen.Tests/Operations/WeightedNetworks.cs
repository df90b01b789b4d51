using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Learned slopes, and normalisations by the mean and variance of the image itself.

[Network(5, 7, 6)]
internal sealed partial class PReLUShared
{
    [PReLU] public static partial Layer Output { get; }
}

[Network(17, 4, 5)]
internal sealed partial class PReLUOfMap
{
    [PReLU(17)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class PReLUOfVector
{
    [PReLU(37)] public static partial Layer Output { get; }
}

[Network(3, 7, 6)]
internal sealed partial class PReLUAfterConvolution
{
    [Conv2d(10, Kernel = 3), PReLU(10, Weights = "Slopes")] public static partial Layer Output { get; }
}

[Network(12, 6, 5)]
internal sealed partial class GroupNorm4Of12
{
    [GroupNorm(4)] public static partial Layer Output { get; }
}

[Network(34, 5, 7)]
internal sealed partial class GroupNorm2Of34
{
    [GroupNorm(2, Epsilon = 0.1f)] public static partial Layer Output { get; }
}

[Network(17, 6, 4)]
internal sealed partial class GroupNormOfOneGroup
{
    [GroupNorm(1, Affine = false)] public static partial Layer Output { get; }
}

[Network(20, 9, 8)]
internal sealed partial class GroupNormOfSingleChannels
{
    [GroupNorm(20)] public static partial Layer Output { get; }
}

[Network(24)]
internal sealed partial class GroupNormOfVector
{
    [GroupNorm(3)] public static partial Layer Output { get; }
}

[Network(5, 13, 11)]
internal sealed partial class InstanceNorm2dOfMap
{
    [InstanceNorm2d] public static partial Layer Output { get; }
}

[Network(21, 6, 7)]
internal sealed partial class InstanceNorm2dAffine
{
    [InstanceNorm2d(Affine = true, Epsilon = 1e-3)] public static partial Layer Output { get; }
}

[Network(21, 5, 4)]
internal sealed partial class LayerNormOfMap
{
    [LayerNorm(Epsilon = 1e-6)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class LayerNormOfVector
{
    [LayerNorm] public static partial Layer Output { get; }
}

[Network(8, 3, 4)]
internal sealed partial class LayerNormWithoutWeights
{
    [LayerNorm(Affine = false)] public static partial Layer Output { get; }
}

[Network(3, 7, 6)]
internal sealed partial class InstanceNorm2dAfterConvolution
{
    [Conv2d(10, Kernel = 3), InstanceNorm2d, ReLU] public static partial Layer Output { get; }
}
