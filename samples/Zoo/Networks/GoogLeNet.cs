using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>GoogLeNet as torchvision defines it, without the auxiliary heads that only training uses.</summary>
/// <remarks>
/// Source: Szegedy et al., "Going Deeper with Convolutions", arXiv 1409.4842; torchvision/models/googlenet.py, which has batch
/// normalisation instead of the paper's two response normalisations, and 3x3 kernels in branch 3 where the paper has 5x5
/// (kept, since weights were trained with them: pytorch/vision issue 906). The 3x3 pools round up, as Caffe's did: Pool1 is
/// 55.5 long, read as 56, Pool2 27.5, read as 28, Pool3 13.5, read as 14. Pool4 and the branches' pools say ceil_mode in
/// torchvision, too; they are exact, so nothing is written. Conv1 (112.5) drops padding alone.
/// Input: RGB, 0 to 1, less 0.5, divided by 0.5: what torchvision's transform_input makes of its usual preprocessing.
/// </remarks>
[Network(3, 224, 224), Parameters(6_624_904)]
public sealed partial class GoogLeNet
{
    [BasicConv2d(Channels = 64, Kernel = 7, Stride = 2, Weights = "conv1")]                                                                       public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(64, 56, 56)]                                                              public static partial Layer Pool1 { get; }
    [BasicConv2d(Channels = 64, Weights = "conv2")]                                                                                               public static partial Layer Conv2 { get; }
    [BasicConv2d(Channels = 192, Kernel = 3, Weights = "conv3")]                                                                                  public static partial Layer Conv3 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(192, 28, 28)]                                                             public static partial Layer Pool2 { get; }

    [Inception(Width1 =  64, Reduce3 =  96, Width3 = 128, Reduce5 = 16, Width5 =  32, Pooled =  32, Weights = "inception3a")]                     public static partial Layer Inception3a { get; }
    [Inception(Width1 = 128, Reduce3 = 128, Width3 = 192, Reduce5 = 32, Width5 =  96, Pooled =  64, Weights = "inception3b"), Shape(480, 28, 28)] public static partial Layer Inception3b { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(480, 14, 14)]                                                             public static partial Layer Pool3 { get; }

    [Inception(Width1 = 192, Reduce3 =  96, Width3 = 208, Reduce5 = 16, Width5 =  48, Pooled =  64, Weights = "inception4a")]                     public static partial Layer Inception4a { get; }
    [Inception(Width1 = 160, Reduce3 = 112, Width3 = 224, Reduce5 = 24, Width5 =  64, Pooled =  64, Weights = "inception4b")]                     public static partial Layer Inception4b { get; }
    [Inception(Width1 = 128, Reduce3 = 128, Width3 = 256, Reduce5 = 24, Width5 =  64, Pooled =  64, Weights = "inception4c")]                     public static partial Layer Inception4c { get; }
    [Inception(Width1 = 112, Reduce3 = 144, Width3 = 288, Reduce5 = 32, Width5 =  64, Pooled =  64, Weights = "inception4d")]                     public static partial Layer Inception4d { get; }
    [Inception(Width1 = 256, Reduce3 = 160, Width3 = 320, Reduce5 = 32, Width5 = 128, Pooled = 128, Weights = "inception4e"), Shape(832, 14, 14)] public static partial Layer Inception4e { get; }
    [MaxPool2d(Kernel = 2, Stride = 2), Shape(832, 7, 7)]                                                                                         public static partial Layer Pool4 { get; }

    [Inception(Width1 = 256, Reduce3 = 160, Width3 = 320, Reduce5 = 32, Width5 = 128, Pooled = 128, Weights = "inception5a")]                     public static partial Layer Inception5a { get; }
    [Inception(Width1 = 384, Reduce3 = 192, Width3 = 384, Reduce5 = 48, Width5 = 128, Pooled = 128, Weights = "inception5b"), Shape(1024, 7, 7)]  public static partial Layer Inception5b { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                                               public static partial Layer AvgPool { get; }
    [Dropout(0.2), Linear(1000, Weights = "fc")]                                                                                                  public static partial Layer Fc { get; }
}
