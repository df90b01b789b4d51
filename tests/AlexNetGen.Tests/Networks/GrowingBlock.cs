using AlexNetGen;

namespace AlexNetGen.Tests.Networks;

/// <summary>A dense block after a pool, whose layers add their channels in front and behind.</summary>
[Network(3, 18, 14)]
internal sealed partial class GrowingBlock
{
    [MaxPool2d(Kernel = 2)]                                                      public static partial Layer Pool { get; }
    [BatchNorm2d, ReLU, Conv2d(20, Kernel = 1, Weights = "New1.c")]              public static partial Layer New1 { get; }
    [Concat(nameof(Pool), nameof(New1))]                                         public static partial Layer Join1 { get; }
    [BatchNorm2d, ReLU, Conv2d(32, Kernel = 1, Weights = "Wide.c")]              public static partial Layer Wide { get; }
    [BatchNorm2d, ReLU, Conv2d(9, Kernel = 3, Padding = 1, Weights = "New2.c")]  public static partial Layer New2 { get; }
    [Concat(nameof(New2), nameof(Join1))]                                        public static partial Layer Join2 { get; }
    [BatchNorm2d, ReLU, Conv2d(16, Kernel = 3, Padding = 1, Weights = "New3.c")] public static partial Layer New3 { get; }
    [Concat(nameof(Join2), nameof(New3))]                                        public static partial Layer Join3 { get; }
    [BatchNorm2d, ReLU, GlobalAvgPool]                                           public static partial Layer Scores { get; }
}
