using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>MobileNet of 2018, at full width, as torchvision defines it.</summary>
/// <remarks>
/// Source: Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", arXiv 1801.04381, table 2;
/// torchvision/models/mobilenetv2.py. Strides of 2 drop padding alone (112.5, 56.5, 28.5, 14.5, 7.5).
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(3_504_872)]
public sealed partial class MobileNetV2
{
    [Conv2d(32, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "features.0.0"), BatchNorm2d(Weights = "features.0.1"), ReLU6] public static partial Layer Conv1 { get; }
    [InvertedResidual(In = 32, Out = 16, Expansion = 1, Weights = "features.1"), Shape(16, 112, 112)]                                       public static partial Layer Stage1 { get; }

    [InvertedResidual(In = 16, Out = 24, Stride = 2, Weights = "features.2")]                                                               public static partial Layer Stage2A { get; }
    [InvertedResidual(In = 24, Out = 24, Weights = "features.3"), Shape(24, 56, 56)]                                                        public static partial Layer Stage2B { get; }

    [InvertedResidual(In = 24, Out = 32, Stride = 2, Weights = "features.4")]                                                               public static partial Layer Stage3A { get; }
    [InvertedResidual(In = 32, Out = 32, Weights = "features.5")]                                                                           public static partial Layer Stage3B { get; }
    [InvertedResidual(In = 32, Out = 32, Weights = "features.6"), Shape(32, 28, 28)]                                                        public static partial Layer Stage3C { get; }

    [InvertedResidual(In = 32, Out = 64, Stride = 2, Weights = "features.7")]                                                               public static partial Layer Stage4A { get; }
    [InvertedResidual(In = 64, Out = 64, Weights = "features.8")]                                                                           public static partial Layer Stage4B { get; }
    [InvertedResidual(In = 64, Out = 64, Weights = "features.9")]                                                                           public static partial Layer Stage4C { get; }
    [InvertedResidual(In = 64, Out = 64, Weights = "features.10"), Shape(64, 14, 14)]                                                       public static partial Layer Stage4D { get; }

    [InvertedResidual(In = 64, Out = 96, Weights = "features.11")]                                                                          public static partial Layer Stage5A { get; }
    [InvertedResidual(In = 96, Out = 96, Weights = "features.12")]                                                                          public static partial Layer Stage5B { get; }
    [InvertedResidual(In = 96, Out = 96, Weights = "features.13"), Shape(96, 14, 14)]                                                       public static partial Layer Stage5C { get; }

    [InvertedResidual(In = 96, Out = 160, Stride = 2, Weights = "features.14")]                                                             public static partial Layer Stage6A { get; }
    [InvertedResidual(In = 160, Out = 160, Weights = "features.15")]                                                                        public static partial Layer Stage6B { get; }
    [InvertedResidual(In = 160, Out = 160, Weights = "features.16"), Shape(160, 7, 7)]                                                      public static partial Layer Stage6C { get; }

    [InvertedResidual(In = 160, Out = 320, Weights = "features.17"), Shape(320, 7, 7)]                                                      public static partial Layer Stage7 { get; }

    [Conv2d(1280, Kernel = 1, Bias = false, Weights = "features.18.0"), BatchNorm2d(Weights = "features.18.1"), ReLU6]                      public static partial Layer Conv2 { get; }
    [AdaptiveAvgPool2d(1), Flatten]                                                                                                         public static partial Layer AvgPool { get; }
    [Dropout(0.2), Linear(1000, Weights = "classifier.1")]                                                                                  public static partial Layer Classifier { get; }
}
