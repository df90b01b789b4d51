using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>MobileNet of 2017, at full width.</summary>
/// <remarks>
/// Source: Howard et al., "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications", arXiv
/// 1704.04861, table 1. The table's stride of 2 in the last depthwise convolution is a misprint: its sizes take 1. The paper
/// gives no padding; 1 makes its sizes, and drops padding alone (112.5, 56.5, 28.5, 14.5, 7.5). The authors' own code, in
/// TensorFlow, pads by SAME, below and to the right, and has ReLU6.
/// torchvision has no MobileNetV1; the tensor names are those of the PyTorch version by marvis (pytorch-mobilenet).
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(4_231_976)]
public sealed partial class MobileNetV1
{
    [Conv2d(32, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "model.0.0"), BatchNorm2d(Weights = "model.0.1"), ReLU, Shape(32, 112, 112)] public static partial Layer Conv1 { get; }
    [SeparableConv(In = 32, Out = 64, Weights = "model.1"), Shape(64, 112, 112)]                                                                          public static partial Layer Conv2 { get; }

    [SeparableConv(In = 64, Out = 128, Stride = 2, Weights = "model.2")]                                                                                  public static partial Layer Conv3 { get; }
    [SeparableConv(In = 128, Out = 128, Weights = "model.3"), Shape(128, 56, 56)]                                                                         public static partial Layer Conv4 { get; }

    [SeparableConv(In = 128, Out = 256, Stride = 2, Weights = "model.4")]                                                                                 public static partial Layer Conv5 { get; }
    [SeparableConv(In = 256, Out = 256, Weights = "model.5"), Shape(256, 28, 28)]                                                                         public static partial Layer Conv6 { get; }

    [SeparableConv(In = 256, Out = 512, Stride = 2, Weights = "model.6")]                                                                                 public static partial Layer Conv7 { get; }
    [SeparableConv(In = 512, Out = 512, Weights = "model.7")]                                                                                             public static partial Layer Conv8 { get; }
    [SeparableConv(In = 512, Out = 512, Weights = "model.8")]                                                                                             public static partial Layer Conv9 { get; }
    [SeparableConv(In = 512, Out = 512, Weights = "model.9")]                                                                                             public static partial Layer Conv10 { get; }
    [SeparableConv(In = 512, Out = 512, Weights = "model.10")]                                                                                            public static partial Layer Conv11 { get; }
    [SeparableConv(In = 512, Out = 512, Weights = "model.11"), Shape(512, 14, 14)]                                                                        public static partial Layer Conv12 { get; }

    [SeparableConv(In = 512, Out = 1024, Stride = 2, Weights = "model.12")]                                                                               public static partial Layer Conv13 { get; }
    [SeparableConv(In = 1024, Out = 1024, Weights = "model.13"), Shape(1024, 7, 7)]                                                                       public static partial Layer Conv14 { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                                                       public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "fc")]                                                                                                                        public static partial Layer Fc { get; }
}
