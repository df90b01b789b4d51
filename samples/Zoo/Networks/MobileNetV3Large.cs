using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>The large MobileNet of 2019, as torchvision defines it.</summary>
/// <remarks>
/// Source: Howard et al., "Searching for MobileNetV3", arXiv 1905.02244, table 1; torchvision/models/mobilenetv3.py.
/// Strides of 2 drop padding alone (112.5, 56.5, 28.5, 14.5, 7.5).
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(5_483_032)]
public sealed partial class MobileNetV3Large
{
    [Conv2d(16, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "features.0.0"), BatchNorm2d(Epsilon = 1e-3f, Weights = "features.0.1"), HardSwish, Shape(16, 112, 112)] public static partial Layer Conv1 { get; }

    [MobileNetV3Block(In = 16, Hidden = 16, Out = 16, Weights = "features.1"), Shape(16, 112, 112)]                                                                                   public static partial Layer Block1 { get; }

    [MobileNetV3Block(In = 16, Hidden = 64, Out = 24, Stride = 2, Weights = "features.2")]                                                                                            public static partial Layer Block2 { get; }
    [MobileNetV3Block(In = 24, Hidden = 72, Out = 24, Weights = "features.3"), Shape(24, 56, 56)]                                                                                     public static partial Layer Block3 { get; }

    [MobileNetV3Block(In = 24, Hidden = 72, Out = 40, Kernel = 5, Stride = 2, Squeeze = true, Weights = "features.4")]                                                                public static partial Layer Block4 { get; }
    [MobileNetV3Block(In = 40, Hidden = 120, Out = 40, Kernel = 5, Squeeze = true, Weights = "features.5")]                                                                           public static partial Layer Block5 { get; }
    [MobileNetV3Block(In = 40, Hidden = 120, Out = 40, Kernel = 5, Squeeze = true, Weights = "features.6"), Shape(40, 28, 28)]                                                        public static partial Layer Block6 { get; }

    [MobileNetV3Block(In = 40, Hidden = 240, Out = 80, Stride = 2, Swish = true, Weights = "features.7")]                                                                             public static partial Layer Block7 { get; }
    [MobileNetV3Block(In = 80, Hidden = 200, Out = 80, Swish = true, Weights = "features.8")]                                                                                         public static partial Layer Block8 { get; }
    [MobileNetV3Block(In = 80, Hidden = 184, Out = 80, Swish = true, Weights = "features.9")]                                                                                         public static partial Layer Block9 { get; }
    [MobileNetV3Block(In = 80, Hidden = 184, Out = 80, Swish = true, Weights = "features.10")]                                                                                        public static partial Layer Block10 { get; }
    [MobileNetV3Block(In = 80, Hidden = 480, Out = 112, Squeeze = true, Swish = true, Weights = "features.11")]                                                                       public static partial Layer Block11 { get; }
    [MobileNetV3Block(In = 112, Hidden = 672, Out = 112, Squeeze = true, Swish = true, Weights = "features.12"), Shape(112, 14, 14)]                                                  public static partial Layer Block12 { get; }

    [MobileNetV3Block(In = 112, Hidden = 672, Out = 160, Kernel = 5, Stride = 2, Squeeze = true, Swish = true, Weights = "features.13")]                                              public static partial Layer Block13 { get; }
    [MobileNetV3Block(In = 160, Hidden = 960, Out = 160, Kernel = 5, Squeeze = true, Swish = true, Weights = "features.14")]                                                          public static partial Layer Block14 { get; }
    [MobileNetV3Block(In = 160, Hidden = 960, Out = 160, Kernel = 5, Squeeze = true, Swish = true, Weights = "features.15"), Shape(160, 7, 7)]                                        public static partial Layer Block15 { get; }

    [Conv2d(960, Kernel = 1, Bias = false, Weights = "features.16.0"), BatchNorm2d(Epsilon = 1e-3f, Weights = "features.16.1"), HardSwish]                                            public static partial Layer Conv2 { get; }
    [AdaptiveAvgPool2d(1), Flatten]                                                                                                                                                   public static partial Layer AvgPool { get; }
    [Linear(1280, Weights = "classifier.0"), HardSwish]                                                                                                                               public static partial Layer Fc1 { get; }
    [Dropout(0.2), Linear(1000, Weights = "classifier.3")]                                                                                                                            public static partial Layer Fc2 { get; }
}
