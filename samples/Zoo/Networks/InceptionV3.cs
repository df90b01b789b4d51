using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>Inception v3 without its auxiliary classifier, as torchvision defines it.</summary>
/// <remarks>
/// Source: Szegedy et al., "Rethinking the Inception Architecture for Computer Vision", arXiv 1512.00567, table 1;
/// torchvision/models/inception.py with aux_logits=False. Every size is exact at 299.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225), for weights trained from that.
/// torchvision's own are converted from TensorFlow: RGB from -1 to 1 (transform_input).
/// </remarks>
[Network(3, 299, 299), Parameters(23_834_568)]
public sealed partial class InceptionV3
{
    [BasicConv2d(Channels = 32, Kernel = 3, Stride = 2, PaddingHeight = 0, PaddingWidth = 0, Weights = "Conv2d_1a_3x3"), Shape(32, 149, 149)] public static partial Layer Conv1A { get; }
    [BasicConv2d(Channels = 32, Kernel = 3, PaddingHeight = 0, PaddingWidth = 0, Weights = "Conv2d_2a_3x3"), Shape(32, 147, 147)]             public static partial Layer Conv2A { get; }
    [BasicConv2d(Channels = 64, Kernel = 3, Weights = "Conv2d_2b_3x3")]                                                                       public static partial Layer Conv2B { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(64, 73, 73)]                                                                                    public static partial Layer Pool1 { get; }
    [BasicConv2d(Channels = 80, Weights = "Conv2d_3b_1x1")]                                                                                   public static partial Layer Conv3B { get; }
    [BasicConv2d(Channels = 192, Kernel = 3, PaddingHeight = 0, PaddingWidth = 0, Weights = "Conv2d_4a_3x3"), Shape(192, 71, 71)]             public static partial Layer Conv4A { get; }
    [MaxPool2d(Kernel = 3, Stride = 2), Shape(192, 35, 35)]                                                                                   public static partial Layer Pool2 { get; }

    [InceptionA(PoolChannels = 32, Weights = "Mixed_5b")]                                                                                     public static partial Layer Mixed5B { get; }
    [InceptionA(PoolChannels = 64, Weights = "Mixed_5c")]                                                                                     public static partial Layer Mixed5C { get; }
    [InceptionA(PoolChannels = 64, Weights = "Mixed_5d"), Shape(288, 35, 35)]                                                                 public static partial Layer Mixed5D { get; }

    [InceptionB(Weights = "Mixed_6a")]                                                                                                        public static partial Layer Mixed6A { get; }
    [InceptionC(Width = 128, Weights = "Mixed_6b")]                                                                                           public static partial Layer Mixed6B { get; }
    [InceptionC(Width = 160, Weights = "Mixed_6c")]                                                                                           public static partial Layer Mixed6C { get; }
    [InceptionC(Width = 160, Weights = "Mixed_6d")]                                                                                           public static partial Layer Mixed6D { get; }
    [InceptionC(Width = 192, Weights = "Mixed_6e"), Shape(768, 17, 17)]                                                                       public static partial Layer Mixed6E { get; }

    [InceptionD(Weights = "Mixed_7a")]                                                                                                        public static partial Layer Mixed7A { get; }
    [InceptionE(Weights = "Mixed_7b")]                                                                                                        public static partial Layer Mixed7B { get; }
    [InceptionE(Weights = "Mixed_7c"), Shape(2048, 8, 8)]                                                                                     public static partial Layer Mixed7C { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                                           public static partial Layer AvgPool { get; }
    [Dropout, Linear(1000, Weights = "fc")]                                                                                                   public static partial Layer Fc { get; }
}
