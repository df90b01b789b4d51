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
