namespace AlexNetGen.Benchmarks.Networks;

/// <summary>The generator of DCGAN (Radford et al., 2016), with the channels of PyTorch's example: 100 values become a picture of 64 x 64.</summary>
[Network(100, 1, 1)]
internal sealed partial class DcganGenerator
{
    [ConvTranspose2d(512, Kernel = 4, Bias = false), BatchNorm2d(Weights = "Norm1"), ReLU]                          public static partial Layer Up1 { get; }
    [ConvTranspose2d(256, Kernel = 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d(Weights = "Norm2"), ReLU] public static partial Layer Up2 { get; }
    [ConvTranspose2d(128, Kernel = 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d(Weights = "Norm3"), ReLU] public static partial Layer Up3 { get; }
    [ConvTranspose2d(64, Kernel = 4, Stride = 2, Padding = 1, Bias = false), BatchNorm2d(Weights = "Norm4"), ReLU]  public static partial Layer Up4 { get; }
    [ConvTranspose2d(3, Kernel = 4, Stride = 2, Padding = 1, Bias = false), Tanh, Shape(3, 64, 64)]                 public static partial Layer Picture { get; }
}
