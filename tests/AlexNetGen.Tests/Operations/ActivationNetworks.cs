using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Functions of each value: of a map, spread by two convolutions to where the functions bend, and of a vector.

[Network(16, 7, 5)]
internal sealed partial class ReLU6OfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), ReLU6] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class ReLU6OfVector
{
    [ReLU6] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class LeakyReLUOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), LeakyReLU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class LeakyReLUOfVector
{
    [LeakyReLU] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class LeakyReLUSlopeOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), LeakyReLU(0.2)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class LeakyReLUSlopeOfVector
{
    [LeakyReLU(0.2)] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class ELUOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), ELU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class ELUOfVector
{
    [ELU] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class ELUAlphaOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), ELU(0.7f)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class ELUAlphaOfVector
{
    [ELU(0.7f)] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class SELUOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), SELU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SELUOfVector
{
    [SELU] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class SigmoidOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), Sigmoid] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SigmoidOfVector
{
    [Sigmoid] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class TanhOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), Tanh] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class TanhOfVector
{
    [Tanh] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class SiLUOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), SiLU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SiLUOfVector
{
    [SiLU] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class GELUOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), GELU] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class GELUOfVector
{
    [GELU] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class GELUTanhOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), GELU(Approximation.Tanh)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class GELUTanhOfVector
{
    [GELU(Approximation.Tanh)] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class HardSwishOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), HardSwish] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class HardSwishOfVector
{
    [HardSwish] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class HardSigmoidOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), HardSigmoid] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class HardSigmoidOfVector
{
    [HardSigmoid] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class SoftplusOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), Softplus] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SoftplusOfVector
{
    [Softplus] public static partial Layer Output { get; }
}

[Network(16, 7, 5)]
internal sealed partial class SoftplusSharpOfMap
{
    [Conv2d(16, Kernel = 1, Groups = 16)]           public static partial Layer First { get; }
    [Conv2d(16, Kernel = 1, Groups = 16), Softplus(beta: 2.5, threshold: 4)] public static partial Layer Output { get; }
}

[Network(37)]
internal sealed partial class SoftplusSharpOfVector
{
    [Softplus(beta: 2.5, threshold: 4)] public static partial Layer Output { get; }
}
