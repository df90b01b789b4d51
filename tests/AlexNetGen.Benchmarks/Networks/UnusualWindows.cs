namespace AlexNetGen.Benchmarks.Networks;

/// <summary>Convolutions and pools that the networks of the samples have few of, one after the other: no network that anyone trains.</summary>
[Network(64, 28, 28)]
internal sealed partial class UnusualWindows
{
    [Conv2d(64, Kernel = 3, Padding = 1), ReLU]                             public static partial Layer First { get; }
    [Conv2d(64, Kernel = 3, Padding = 2, Dilation = 2), ReLU]               public static partial Layer Dilation2 { get; }
    [Conv2d(64, Kernel = 3, Padding = 4, Dilation = 4), ReLU]               public static partial Layer Dilation4 { get; }
    [Conv2d(64, KernelHeight = 1, KernelWidth = 7, PaddingWidth = 3), ReLU] public static partial Layer OneBySeven { get; }
    [Conv2d(96, Kernel = 7, Padding = 3), ReLU]                             public static partial Layer SevenBySeven { get; }
    [Conv2d(96, Kernel = 3, Padding = 1, Groups = 3), ReLU]                 public static partial Layer Groups3 { get; }
    [Conv2d(96, Kernel = 3, Padding = 1, Groups = 12), ReLU]                public static partial Layer Groups12 { get; }
    [Conv2d(96, Kernel = 3, Padding = 2, Dilation = 2, Groups = 96), ReLU]  public static partial Layer DepthwiseDilation2 { get; }
    [Conv2d(96, Kernel = 9, Padding = 4, Groups = 96), ReLU]                public static partial Layer Depthwise9 { get; }
    [Conv2d(192, Kernel = 3, Padding = 1, Groups = 96), ReLU]               public static partial Layer Multiplier2 { get; }
    [Conv2d(20, Kernel = 3, Padding = 1), ReLU]                             public static partial Layer Outputs20 { get; }
    [Conv2d(32, Kernel = 3, Padding = 1), ReLU]                             public static partial Layer Outputs32 { get; }
    [AvgPool2d(Kernel = 3, Stride = 1, Padding = 1)]                        public static partial Layer Average3 { get; }
    [MaxPool2d(Kernel = 5, Stride = 1, Padding = 2)]                        public static partial Layer Largest5 { get; }
    [Conv2d(32, Kernel = 2, Stride = 2), ReLU]                              public static partial Layer Patches { get; }
    [Conv2d(64, KernelHeight = 1, KernelWidth = 3, PaddingWidth = 1), ReLU] public static partial Layer OneByThree { get; }
    [Conv2d(2, Kernel = 3, Padding = 1)]                                    public static partial Layer Outputs2 { get; }
}
