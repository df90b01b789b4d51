using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Channels taken, scaled and mixed at each point.

[Network(7, 5, 6)]
internal sealed partial class SliceOfMap
{
    [Slice(2, 3)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SliceOfVector
{
    [Slice(20, 17)] public static partial Layer Output { get; }
}

[Network(12, 5, 4)]
internal sealed partial class SplitOfMap
{
    [Split(3, 1)] public static partial Layer Output { get; }
}

[Network(30)]
internal sealed partial class SplitOfVector
{
    [Split(2, 1)] public static partial Layer Output { get; }
}

[Network(9, 4, 5)]
internal sealed partial class SliceOfAnotherSlice
{
    [Slice(1, 7), ReLU] public static partial Layer First { get; }
    [Slice(2, 4)]       public static partial Layer Output { get; }
}

[Network(21, 5, 4)]
internal sealed partial class ChannelScaleOfMap
{
    [ChannelScale(Weights = "features.1.0.layer_scale")] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class ChannelScaleOfVector
{
    [ChannelScale] public static partial Layer Output { get; }
}

[Network(20, 9, 7)]
internal sealed partial class PointwiseLinearOfMap
{
    [PointwiseLinear(33)] public static partial Layer Output { get; }
}

[Network(5, 3, 4)]
internal sealed partial class PointwiseLinearNoBias
{
    [PointwiseLinear(18, Bias = false), ReLU] public static partial Layer Output { get; }
}
