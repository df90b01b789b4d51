using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>ResNet with 18 layers of weights, as torchvision defines it.</summary>
/// <remarks>
/// Source: He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", arXiv 1512.03385; torchvision/models/resnet.py.
/// A block adds what it read to what it computed; where it halves the map, what it read goes through a 1x1 convolution
/// first. No rounding has to be written: Conv1 (112.5), Pool1 (56.5) and the 3x3 convolutions with stride 2 (28.5, 14.5, 7.5)
/// drop padding alone, and the 1x1 ones (the same lengths) skip every second row by design.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(11_689_512)]
public sealed partial class ResNet18
{
    [Conv2d(64, Kernel = 7, Stride = 2, Padding = 3, Bias = false, Weights = "conv1"), BatchNorm2d(Weights = "bn1"), ReLU]                                        public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1), Shape(64, 56, 56)]                                                                                           public static partial Layer Pool1 { get; }

    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "layer1.0.conv1"), BatchNorm2d(Weights = "layer1.0.bn1"), ReLU]                                  public static partial Layer Layer1AConv1 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "layer1.0.conv2"), BatchNorm2d(Weights = "layer1.0.bn2"), Add(nameof(Pool1)), ReLU]              public static partial Layer Layer1A { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "layer1.1.conv1"), BatchNorm2d(Weights = "layer1.1.bn1"), ReLU]                                  public static partial Layer Layer1BConv1 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "layer1.1.conv2"), BatchNorm2d(Weights = "layer1.1.bn2"), Add(nameof(Layer1A)), ReLU]            public static partial Layer Layer1B { get; }

    [Conv2d(128, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "layer2.0.conv1"), BatchNorm2d(Weights = "layer2.0.bn1"), ReLU]                     public static partial Layer Layer2AConv1 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "layer2.0.conv2"), BatchNorm2d(Weights = "layer2.0.bn2")]                                       public static partial Layer Layer2AConv2 { get; }
    [From(nameof(Layer1B)), Conv2d(128, Kernel = 1, Stride = 2, Bias = false, Weights = "layer2.0.downsample.0"), BatchNorm2d(Weights = "layer2.0.downsample.1")] public static partial Layer Layer2AShortcut { get; }
    [Add(nameof(Layer2AConv2), nameof(Layer2AShortcut)), ReLU]                                                                                                    public static partial Layer Layer2A { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "layer2.1.conv1"), BatchNorm2d(Weights = "layer2.1.bn1"), ReLU]                                 public static partial Layer Layer2BConv1 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "layer2.1.conv2"), BatchNorm2d(Weights = "layer2.1.bn2"), Add(nameof(Layer2A)), ReLU]           public static partial Layer Layer2B { get; }

    [Conv2d(256, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "layer3.0.conv1"), BatchNorm2d(Weights = "layer3.0.bn1"), ReLU]                     public static partial Layer Layer3AConv1 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Bias = false, Weights = "layer3.0.conv2"), BatchNorm2d(Weights = "layer3.0.bn2")]                                       public static partial Layer Layer3AConv2 { get; }
    [From(nameof(Layer2B)), Conv2d(256, Kernel = 1, Stride = 2, Bias = false, Weights = "layer3.0.downsample.0"), BatchNorm2d(Weights = "layer3.0.downsample.1")] public static partial Layer Layer3AShortcut { get; }
    [Add(nameof(Layer3AConv2), nameof(Layer3AShortcut)), ReLU]                                                                                                    public static partial Layer Layer3A { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Bias = false, Weights = "layer3.1.conv1"), BatchNorm2d(Weights = "layer3.1.bn1"), ReLU]                                 public static partial Layer Layer3BConv1 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Bias = false, Weights = "layer3.1.conv2"), BatchNorm2d(Weights = "layer3.1.bn2"), Add(nameof(Layer3A)), ReLU]           public static partial Layer Layer3B { get; }

    [Conv2d(512, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "layer4.0.conv1"), BatchNorm2d(Weights = "layer4.0.bn1"), ReLU]                     public static partial Layer Layer4AConv1 { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Bias = false, Weights = "layer4.0.conv2"), BatchNorm2d(Weights = "layer4.0.bn2")]                                       public static partial Layer Layer4AConv2 { get; }
    [From(nameof(Layer3B)), Conv2d(512, Kernel = 1, Stride = 2, Bias = false, Weights = "layer4.0.downsample.0"), BatchNorm2d(Weights = "layer4.0.downsample.1")] public static partial Layer Layer4AShortcut { get; }
    [Add(nameof(Layer4AConv2), nameof(Layer4AShortcut)), ReLU]                                                                                                    public static partial Layer Layer4A { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Bias = false, Weights = "layer4.1.conv1"), BatchNorm2d(Weights = "layer4.1.bn1"), ReLU]                                 public static partial Layer Layer4BConv1 { get; }
    [Conv2d(512, Kernel = 3, Padding = 1, Bias = false, Weights = "layer4.1.conv2"), BatchNorm2d(Weights = "layer4.1.bn2"), Add(nameof(Layer4A)), ReLU]           public static partial Layer Layer4B { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                                                               public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "fc")]                                                                                                                                public static partial Layer Fc { get; }
}
