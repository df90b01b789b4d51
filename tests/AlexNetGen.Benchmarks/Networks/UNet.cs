namespace AlexNetGen.Benchmarks.Networks;

/// <summary>The way down and up again of U-Net (Ronneberger et al., 2015), twice, with half of its channels, over 128 x 128 pixels.</summary>
[Network(3, 128, 128)]
internal sealed partial class UNet
{
    [Conv2d(32, Kernel = 3, Padding = 1), ReLU]   public static partial Layer Down1A { get; }
    [Conv2d(32, Kernel = 3, Padding = 1), ReLU]   public static partial Layer Down1B { get; }
    [MaxPool2d(Kernel = 2)]                       public static partial Layer Pool1 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), ReLU]   public static partial Layer Down2A { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), ReLU]   public static partial Layer Down2B { get; }
    [MaxPool2d(Kernel = 2)]                       public static partial Layer Pool2 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1), ReLU]  public static partial Layer Bottom { get; }
    [ConvTranspose2d(64, Kernel = 2, Stride = 2)] public static partial Layer Enlarged2 { get; }
    [Concat(nameof(Enlarged2), nameof(Down2B))]   public static partial Layer Joined2 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), ReLU]   public static partial Layer Up2 { get; }
    [ConvTranspose2d(32, Kernel = 2, Stride = 2)] public static partial Layer Enlarged1 { get; }
    [Concat(nameof(Enlarged1), nameof(Down1B))]   public static partial Layer Joined1 { get; }
    [Conv2d(32, Kernel = 3, Padding = 1), ReLU]   public static partial Layer Up1 { get; }
    [Conv2d(1, Kernel = 1), Sigmoid]              public static partial Layer Mask { get; }
}
