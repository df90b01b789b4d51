using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Local response normalisation: sizes, exponents, and whether alpha is divided by the size.

[Network(17, 6, 5)]
internal sealed partial class LocalResponseNormDefault
{
    [LocalResponseNorm(5)] public static partial Layer Output { get; }
}

[Network(3, 5, 4)]
internal sealed partial class LocalResponseNormSize1
{
    [LocalResponseNorm(1, Alpha = 0.8f)] public static partial Layer Output { get; }
}

[Network(5, 7, 6)]
internal sealed partial class LocalResponseNormSize3
{
    [LocalResponseNorm(3, Alpha = 0.3f)] public static partial Layer Output { get; }
}

[Network(16, 5, 7)]
internal sealed partial class LocalResponseNormSize5
{
    [LocalResponseNorm(5, Alpha = 0.5f, K = 2f)] public static partial Layer Output { get; }
}

[Network(33, 3, 5)]
internal sealed partial class LocalResponseNormSize9
{
    [LocalResponseNorm(9, Alpha = 1.3f, Beta = 0.6f, K = 0.7f)] public static partial Layer Output { get; }
}

[Network(20, 5, 7)]
internal sealed partial class LocalResponseNormBetaHalf
{
    [LocalResponseNorm(5, Alpha = 0.7f, Beta = 0.5f)] public static partial Layer Output { get; }
}

[Network(20, 5, 7)]
internal sealed partial class LocalResponseNormBetaOne
{
    [LocalResponseNorm(5, Alpha = 0.9f, Beta = 1f, K = 1.5f)] public static partial Layer Output { get; }
}

[Network(3, 6, 5)]
internal sealed partial class LocalResponseNormSizeBeyondChannels
{
    [LocalResponseNorm(7, Alpha = 2f)] public static partial Layer Output { get; }
}

[Network(1, 6, 5)]
internal sealed partial class LocalResponseNormOneChannel
{
    [LocalResponseNorm(5, Alpha = 2f)] public static partial Layer Output { get; }
}

[Network(16, 5, 7, Dialect = Dialect.Caffe)]
internal sealed partial class LocalResponseNormCaffe
{
    [LocalResponseNorm(5, Alpha = 0.2f)] public static partial Layer Output { get; }
}

[Network(16, 5, 7, Dialect = Dialect.TensorFlow)]
internal sealed partial class LocalResponseNormTensorFlow
{
    [LocalResponseNorm(5, Alpha = 0.2f)] public static partial Layer Output { get; }
}
