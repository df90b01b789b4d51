using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>MnasNet-B1 at full width, torchvision's mnasnet1_0.</summary>
/// <remarks>
/// Source: Tan et al., "MnasNet: Platform-Aware Neural Architecture Search for Mobile", arXiv 1807.11626;
/// torchvision/models/mnasnet.py. Strides of 2 drop padding alone (112.5, 56.5, 28.5, 14.5, 7.5).
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(4_383_312)]
public sealed partial class MnasNet1_0
{
    [Conv2d(32, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "layers.0"), BatchNorm2d(Weights = "layers.1"), ReLU]  public static partial Layer Conv1 { get; }
    [Conv2d(32, Kernel = 3, Padding = 1, Groups = 32, Bias = false, Weights = "layers.3"), BatchNorm2d(Weights = "layers.4"), ReLU] public static partial Layer Depthwise1 { get; }
    [Conv2d(16, Kernel = 1, Bias = false, Weights = "layers.6"), BatchNorm2d(Weights = "layers.7"), Shape(16, 112, 112)]            public static partial Layer Project1 { get; }

    [MnasNetBlock(In = 16, Out = 24, Kernel = 3, Stride = 2, Expansion = 3, Weights = "layers.8.0")]                                public static partial Layer Stage2A { get; }
    [MnasNetBlock(In = 24, Out = 24, Kernel = 3, Expansion = 3, Weights = "layers.8.1")]                                            public static partial Layer Stage2B { get; }
    [MnasNetBlock(In = 24, Out = 24, Kernel = 3, Expansion = 3, Weights = "layers.8.2"), Shape(24, 56, 56)]                         public static partial Layer Stage2C { get; }

    [MnasNetBlock(In = 24, Out = 40, Kernel = 5, Stride = 2, Expansion = 3, Weights = "layers.9.0")]                                public static partial Layer Stage3A { get; }
    [MnasNetBlock(In = 40, Out = 40, Kernel = 5, Expansion = 3, Weights = "layers.9.1")]                                            public static partial Layer Stage3B { get; }
    [MnasNetBlock(In = 40, Out = 40, Kernel = 5, Expansion = 3, Weights = "layers.9.2"), Shape(40, 28, 28)]                         public static partial Layer Stage3C { get; }

    [MnasNetBlock(In = 40, Out = 80, Kernel = 5, Stride = 2, Weights = "layers.10.0")]                                              public static partial Layer Stage4A { get; }
    [MnasNetBlock(In = 80, Out = 80, Kernel = 5, Weights = "layers.10.1")]                                                          public static partial Layer Stage4B { get; }
    [MnasNetBlock(In = 80, Out = 80, Kernel = 5, Weights = "layers.10.2"), Shape(80, 14, 14)]                                       public static partial Layer Stage4C { get; }

    [MnasNetBlock(In = 80, Out = 96, Kernel = 3, Weights = "layers.11.0")]                                                          public static partial Layer Stage5A { get; }
    [MnasNetBlock(In = 96, Out = 96, Kernel = 3, Weights = "layers.11.1"), Shape(96, 14, 14)]                                       public static partial Layer Stage5B { get; }

    [MnasNetBlock(In = 96, Out = 192, Kernel = 5, Stride = 2, Weights = "layers.12.0")]                                             public static partial Layer Stage6A { get; }
    [MnasNetBlock(In = 192, Out = 192, Kernel = 5, Weights = "layers.12.1")]                                                        public static partial Layer Stage6B { get; }
    [MnasNetBlock(In = 192, Out = 192, Kernel = 5, Weights = "layers.12.2")]                                                        public static partial Layer Stage6C { get; }
    [MnasNetBlock(In = 192, Out = 192, Kernel = 5, Weights = "layers.12.3"), Shape(192, 7, 7)]                                      public static partial Layer Stage6D { get; }

    [MnasNetBlock(In = 192, Out = 320, Kernel = 3, Weights = "layers.13.0"), Shape(320, 7, 7)]                                      public static partial Layer Stage7 { get; }

    [Conv2d(1280, Kernel = 1, Bias = false, Weights = "layers.14"), BatchNorm2d(Weights = "layers.15"), ReLU]                       public static partial Layer Conv2 { get; }
    [AdaptiveAvgPool2d(1), Flatten]                                                                                                 public static partial Layer AvgPool { get; }
    [Dropout(0.2), Linear(1000, Weights = "classifier.1")]                                                                          public static partial Layer Classifier { get; }
}
