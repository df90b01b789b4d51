using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>EfficientNet-B0, as torchvision defines it.</summary>
/// <remarks>
/// Source: Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks", arXiv 1905.11946, table 1;
/// torchvision/models/efficientnet.py. Strides of 2 drop padding alone (112.5, 56.5, 28.5, 14.5, 7.5).
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(5_288_548)]
public sealed partial class EfficientNetB0
{
    [Conv2d(32, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "features.0.0"), BatchNorm2d(Weights = "features.0.1"), SiLU] public static partial Layer Conv1 { get; }
    [MBConv(In = 32, Out = 16, Expansion = 1, Weights = "features.1.0"), Shape(16, 112, 112)]                                              public static partial Layer Stage1 { get; }

    [MBConv(In = 16, Out = 24, Stride = 2, Weights = "features.2.0")]                                                                      public static partial Layer Stage2A { get; }
    [MBConv(In = 24, Out = 24, Weights = "features.2.1"), Shape(24, 56, 56)]                                                               public static partial Layer Stage2B { get; }

    [MBConv(In = 24, Out = 40, Kernel = 5, Stride = 2, Weights = "features.3.0")]                                                          public static partial Layer Stage3A { get; }
    [MBConv(In = 40, Out = 40, Kernel = 5, Weights = "features.3.1"), Shape(40, 28, 28)]                                                   public static partial Layer Stage3B { get; }

    [MBConv(In = 40, Out = 80, Stride = 2, Weights = "features.4.0")]                                                                      public static partial Layer Stage4A { get; }
    [MBConv(In = 80, Out = 80, Weights = "features.4.1")]                                                                                  public static partial Layer Stage4B { get; }
    [MBConv(In = 80, Out = 80, Weights = "features.4.2"), Shape(80, 14, 14)]                                                               public static partial Layer Stage4C { get; }

    [MBConv(In = 80, Out = 112, Kernel = 5, Weights = "features.5.0")]                                                                     public static partial Layer Stage5A { get; }
    [MBConv(In = 112, Out = 112, Kernel = 5, Weights = "features.5.1")]                                                                    public static partial Layer Stage5B { get; }
    [MBConv(In = 112, Out = 112, Kernel = 5, Weights = "features.5.2"), Shape(112, 14, 14)]                                                public static partial Layer Stage5C { get; }

    [MBConv(In = 112, Out = 192, Kernel = 5, Stride = 2, Weights = "features.6.0")]                                                        public static partial Layer Stage6A { get; }
    [MBConv(In = 192, Out = 192, Kernel = 5, Weights = "features.6.1")]                                                                    public static partial Layer Stage6B { get; }
    [MBConv(In = 192, Out = 192, Kernel = 5, Weights = "features.6.2")]                                                                    public static partial Layer Stage6C { get; }
    [MBConv(In = 192, Out = 192, Kernel = 5, Weights = "features.6.3"), Shape(192, 7, 7)]                                                  public static partial Layer Stage6D { get; }

    [MBConv(In = 192, Out = 320, Weights = "features.7.0"), Shape(320, 7, 7)]                                                              public static partial Layer Stage7 { get; }

    [Conv2d(1280, Kernel = 1, Bias = false, Weights = "features.8.0"), BatchNorm2d(Weights = "features.8.1"), SiLU]                        public static partial Layer Conv2 { get; }
    [AdaptiveAvgPool2d(1), Flatten]                                                                                                        public static partial Layer AvgPool { get; }
    [Dropout(0.2), Linear(1000, Weights = "classifier.1")]                                                                                 public static partial Layer Classifier { get; }
}
