using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>ResNet with 101 layers of weights, as torchvision defines it.</summary>
/// <remarks>
/// Source: He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", arXiv 1512.03385; torchvision/models/resnet.py.
/// No rounding has to be written: Conv1 (112.5), Pool1 (56.5) and the 3x3 convolutions with stride 2 (28.5, 14.5, 7.5)
/// drop padding alone, and the 1x1 ones (the same lengths) skip every second row by design.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(44_549_160)]
public sealed partial class ResNet101
{
    [Conv2d(64, Kernel = 7, Stride = 2, Padding = 3, Bias = false, Weights = "conv1"), BatchNorm2d(Weights = "bn1"), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1), Shape(64, 56, 56)]                                                    public static partial Layer Pool1 { get; }

    [Bottleneck(Width = 64, Projects = true, Weights = "layer1.0")]                                                        public static partial Layer Layer1A { get; }
    [Bottleneck(Width = 64, Weights = "layer1.1")]                                                                         public static partial Layer Layer1B { get; }
    [Bottleneck(Width = 64, Weights = "layer1.2"), Shape(256, 56, 56)]                                                     public static partial Layer Layer1C { get; }

    [Bottleneck(Width = 128, Stride = 2, Weights = "layer2.0")]                                                            public static partial Layer Layer2A { get; }
    [Bottleneck(Width = 128, Weights = "layer2.1")]                                                                        public static partial Layer Layer2B { get; }
    [Bottleneck(Width = 128, Weights = "layer2.2")]                                                                        public static partial Layer Layer2C { get; }
    [Bottleneck(Width = 128, Weights = "layer2.3"), Shape(512, 28, 28)]                                                    public static partial Layer Layer2D { get; }

    [Bottleneck(Width = 256, Stride = 2, Weights = "layer3.0")]                                                            public static partial Layer Layer3A { get; }
    [Bottleneck(Width = 256, Weights = "layer3.1")]                                                                        public static partial Layer Layer3B { get; }
    [Bottleneck(Width = 256, Weights = "layer3.2")]                                                                        public static partial Layer Layer3C { get; }
    [Bottleneck(Width = 256, Weights = "layer3.3")]                                                                        public static partial Layer Layer3D { get; }
    [Bottleneck(Width = 256, Weights = "layer3.4")]                                                                        public static partial Layer Layer3E { get; }
    [Bottleneck(Width = 256, Weights = "layer3.5")]                                                                        public static partial Layer Layer3F { get; }
    [Bottleneck(Width = 256, Weights = "layer3.6")]                                                                        public static partial Layer Layer3G { get; }
    [Bottleneck(Width = 256, Weights = "layer3.7")]                                                                        public static partial Layer Layer3H { get; }
    [Bottleneck(Width = 256, Weights = "layer3.8")]                                                                        public static partial Layer Layer3I { get; }
    [Bottleneck(Width = 256, Weights = "layer3.9")]                                                                        public static partial Layer Layer3J { get; }
    [Bottleneck(Width = 256, Weights = "layer3.10")]                                                                       public static partial Layer Layer3K { get; }
    [Bottleneck(Width = 256, Weights = "layer3.11")]                                                                       public static partial Layer Layer3L { get; }
    [Bottleneck(Width = 256, Weights = "layer3.12")]                                                                       public static partial Layer Layer3M { get; }
    [Bottleneck(Width = 256, Weights = "layer3.13")]                                                                       public static partial Layer Layer3N { get; }
    [Bottleneck(Width = 256, Weights = "layer3.14")]                                                                       public static partial Layer Layer3O { get; }
    [Bottleneck(Width = 256, Weights = "layer3.15")]                                                                       public static partial Layer Layer3P { get; }
    [Bottleneck(Width = 256, Weights = "layer3.16")]                                                                       public static partial Layer Layer3Q { get; }
    [Bottleneck(Width = 256, Weights = "layer3.17")]                                                                       public static partial Layer Layer3R { get; }
    [Bottleneck(Width = 256, Weights = "layer3.18")]                                                                       public static partial Layer Layer3S { get; }
    [Bottleneck(Width = 256, Weights = "layer3.19")]                                                                       public static partial Layer Layer3T { get; }
    [Bottleneck(Width = 256, Weights = "layer3.20")]                                                                       public static partial Layer Layer3U { get; }
    [Bottleneck(Width = 256, Weights = "layer3.21")]                                                                       public static partial Layer Layer3V { get; }
    [Bottleneck(Width = 256, Weights = "layer3.22"), Shape(1024, 14, 14)]                                                  public static partial Layer Layer3W { get; }

    [Bottleneck(Width = 512, Stride = 2, Weights = "layer4.0")]                                                            public static partial Layer Layer4A { get; }
    [Bottleneck(Width = 512, Weights = "layer4.1")]                                                                        public static partial Layer Layer4B { get; }
    [Bottleneck(Width = 512, Weights = "layer4.2"), Shape(2048, 7, 7)]                                                     public static partial Layer Layer4C { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                        public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "fc")]                                                                                         public static partial Layer Fc { get; }
}
