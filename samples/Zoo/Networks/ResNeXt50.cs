using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>ResNeXt with 50 layers of weights and 32 groups of 4 channels, torchvision's resnext50_32x4d.</summary>
/// <remarks>
/// Source: Xie et al., "Aggregated Residual Transformations for Deep Neural Networks", arXiv 1611.05431, table 1;
/// torchvision/models/resnet.py. The roundings are ResNet50's.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(25_028_904)]
public sealed partial class ResNeXt50
{
    [Conv2d(64, Kernel = 7, Stride = 2, Padding = 3, Bias = false, Weights = "conv1"), BatchNorm2d(Weights = "bn1"), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1), Shape(64, 56, 56)]                                                    public static partial Layer Pool1 { get; }

    [Bottleneck(Width = 128, Channels = 256, Groups = 32, Projects = true, Weights = "layer1.0")]                          public static partial Layer Layer1A { get; }
    [Bottleneck(Width = 128, Channels = 256, Groups = 32, Weights = "layer1.1")]                                           public static partial Layer Layer1B { get; }
    [Bottleneck(Width = 128, Channels = 256, Groups = 32, Weights = "layer1.2"), Shape(256, 56, 56)]                       public static partial Layer Layer1C { get; }

    [Bottleneck(Width = 256, Channels = 512, Groups = 32, Stride = 2, Weights = "layer2.0")]                               public static partial Layer Layer2A { get; }
    [Bottleneck(Width = 256, Channels = 512, Groups = 32, Weights = "layer2.1")]                                           public static partial Layer Layer2B { get; }
    [Bottleneck(Width = 256, Channels = 512, Groups = 32, Weights = "layer2.2")]                                           public static partial Layer Layer2C { get; }
    [Bottleneck(Width = 256, Channels = 512, Groups = 32, Weights = "layer2.3"), Shape(512, 28, 28)]                       public static partial Layer Layer2D { get; }

    [Bottleneck(Width = 512, Channels = 1024, Groups = 32, Stride = 2, Weights = "layer3.0")]                              public static partial Layer Layer3A { get; }
    [Bottleneck(Width = 512, Channels = 1024, Groups = 32, Weights = "layer3.1")]                                          public static partial Layer Layer3B { get; }
    [Bottleneck(Width = 512, Channels = 1024, Groups = 32, Weights = "layer3.2")]                                          public static partial Layer Layer3C { get; }
    [Bottleneck(Width = 512, Channels = 1024, Groups = 32, Weights = "layer3.3")]                                          public static partial Layer Layer3D { get; }
    [Bottleneck(Width = 512, Channels = 1024, Groups = 32, Weights = "layer3.4")]                                          public static partial Layer Layer3E { get; }
    [Bottleneck(Width = 512, Channels = 1024, Groups = 32, Weights = "layer3.5"), Shape(1024, 14, 14)]                     public static partial Layer Layer3F { get; }

    [Bottleneck(Width = 1024, Channels = 2048, Groups = 32, Stride = 2, Weights = "layer4.0")]                             public static partial Layer Layer4A { get; }
    [Bottleneck(Width = 1024, Channels = 2048, Groups = 32, Weights = "layer4.1")]                                         public static partial Layer Layer4B { get; }
    [Bottleneck(Width = 1024, Channels = 2048, Groups = 32, Weights = "layer4.2"), Shape(2048, 7, 7)]                      public static partial Layer Layer4C { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                        public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "fc")]                                                                                         public static partial Layer Fc { get; }
}
