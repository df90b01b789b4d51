using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>ShuffleNet V2 at half width, as torchvision defines it.</summary>
/// <remarks>
/// Source: Ma et al., "ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design", arXiv 1807.11164, table 5;
/// torchvision/models/shufflenetv2.py. Strides of 2 drop padding alone (112.5, 56.5, 28.5, 14.5, 7.5).
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(1_366_792)]
public sealed partial class ShuffleNetV2X0_5
{
    [Conv2d(24, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "conv1.0"), BatchNorm2d(Weights = "conv1.1"), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1), Shape(24, 56, 56)]                                                          public static partial Layer Pool1 { get; }

    [ShuffleDownUnit(In = 24, Out = 48, Weights = "stage2.0")]                                                                   public static partial Layer Stage2A { get; }
    [ShuffleUnit(Channels = 48, Weights = "stage2.1")]                                                                           public static partial Layer Stage2B { get; }
    [ShuffleUnit(Channels = 48, Weights = "stage2.2")]                                                                           public static partial Layer Stage2C { get; }
    [ShuffleUnit(Channels = 48, Weights = "stage2.3"), Shape(48, 28, 28)]                                                        public static partial Layer Stage2D { get; }

    [ShuffleDownUnit(In = 48, Out = 96, Weights = "stage3.0")]                                                                   public static partial Layer Stage3A { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.1")]                                                                           public static partial Layer Stage3B { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.2")]                                                                           public static partial Layer Stage3C { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.3")]                                                                           public static partial Layer Stage3D { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.4")]                                                                           public static partial Layer Stage3E { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.5")]                                                                           public static partial Layer Stage3F { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.6")]                                                                           public static partial Layer Stage3G { get; }
    [ShuffleUnit(Channels = 96, Weights = "stage3.7"), Shape(96, 14, 14)]                                                        public static partial Layer Stage3H { get; }

    [ShuffleDownUnit(In = 96, Out = 192, Weights = "stage4.0")]                                                                  public static partial Layer Stage4A { get; }
    [ShuffleUnit(Channels = 192, Weights = "stage4.1")]                                                                          public static partial Layer Stage4B { get; }
    [ShuffleUnit(Channels = 192, Weights = "stage4.2")]                                                                          public static partial Layer Stage4C { get; }
    [ShuffleUnit(Channels = 192, Weights = "stage4.3"), Shape(192, 7, 7)]                                                        public static partial Layer Stage4D { get; }

    [Conv2d(1024, Kernel = 1, Bias = false, Weights = "conv5.0"), BatchNorm2d(Weights = "conv5.1"), ReLU]                        public static partial Layer Conv5 { get; }
    [GlobalAvgPool, Flatten]                                                                                                     public static partial Layer GlobalPool { get; }
    [Linear(1000, Weights = "fc")]                                                                                               public static partial Layer Fc { get; }
}
