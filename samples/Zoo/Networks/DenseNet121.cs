using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>DenseNet-BC with 121 layers of weights and a growth of 32, as torchvision defines it.</summary>
/// <remarks>
/// Source: Huang, Liu, van der Maaten, Weinberger, "Densely Connected Convolutional Networks", arXiv 1608.06993, table 1;
/// torchvision/models/densenet.py. Conv0 (112.5) and Pool0 (56.5) drop padding alone.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(7_978_856)]
public sealed partial class DenseNet121
{
    [Conv2d(64, Kernel = 7, Stride = 2, Padding = 3, Bias = false, Weights = "features.conv0"), BatchNorm2d(Weights = "features.norm0"), ReLU] public static partial Layer Conv0 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1), Shape(64, 56, 56)]                                                                        public static partial Layer Pool0 { get; }

    [DenseLayer(Weights = "features.denseblock1.denselayer1")]                                                                                 public static partial Layer Dense1Layer1 { get; }
    [DenseLayer(Weights = "features.denseblock1.denselayer2")]                                                                                 public static partial Layer Dense1Layer2 { get; }
    [DenseLayer(Weights = "features.denseblock1.denselayer3")]                                                                                 public static partial Layer Dense1Layer3 { get; }
    [DenseLayer(Weights = "features.denseblock1.denselayer4")]                                                                                 public static partial Layer Dense1Layer4 { get; }
    [DenseLayer(Weights = "features.denseblock1.denselayer5")]                                                                                 public static partial Layer Dense1Layer5 { get; }
    [DenseLayer(Weights = "features.denseblock1.denselayer6"), Shape(256, 56, 56)]                                                             public static partial Layer Dense1Layer6 { get; }
    [DenseTransition(Channels = 128, Weights = "features.transition1"), Shape(128, 28, 28)]                                                    public static partial Layer Transition1 { get; }

    [DenseLayer(Weights = "features.denseblock2.denselayer1")]                                                                                 public static partial Layer Dense2Layer1 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer2")]                                                                                 public static partial Layer Dense2Layer2 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer3")]                                                                                 public static partial Layer Dense2Layer3 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer4")]                                                                                 public static partial Layer Dense2Layer4 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer5")]                                                                                 public static partial Layer Dense2Layer5 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer6")]                                                                                 public static partial Layer Dense2Layer6 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer7")]                                                                                 public static partial Layer Dense2Layer7 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer8")]                                                                                 public static partial Layer Dense2Layer8 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer9")]                                                                                 public static partial Layer Dense2Layer9 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer10")]                                                                                public static partial Layer Dense2Layer10 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer11")]                                                                                public static partial Layer Dense2Layer11 { get; }
    [DenseLayer(Weights = "features.denseblock2.denselayer12"), Shape(512, 28, 28)]                                                            public static partial Layer Dense2Layer12 { get; }
    [DenseTransition(Channels = 256, Weights = "features.transition2"), Shape(256, 14, 14)]                                                    public static partial Layer Transition2 { get; }

    [DenseLayer(Weights = "features.denseblock3.denselayer1")]                                                                                 public static partial Layer Dense3Layer1 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer2")]                                                                                 public static partial Layer Dense3Layer2 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer3")]                                                                                 public static partial Layer Dense3Layer3 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer4")]                                                                                 public static partial Layer Dense3Layer4 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer5")]                                                                                 public static partial Layer Dense3Layer5 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer6")]                                                                                 public static partial Layer Dense3Layer6 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer7")]                                                                                 public static partial Layer Dense3Layer7 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer8")]                                                                                 public static partial Layer Dense3Layer8 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer9")]                                                                                 public static partial Layer Dense3Layer9 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer10")]                                                                                public static partial Layer Dense3Layer10 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer11")]                                                                                public static partial Layer Dense3Layer11 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer12")]                                                                                public static partial Layer Dense3Layer12 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer13")]                                                                                public static partial Layer Dense3Layer13 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer14")]                                                                                public static partial Layer Dense3Layer14 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer15")]                                                                                public static partial Layer Dense3Layer15 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer16")]                                                                                public static partial Layer Dense3Layer16 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer17")]                                                                                public static partial Layer Dense3Layer17 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer18")]                                                                                public static partial Layer Dense3Layer18 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer19")]                                                                                public static partial Layer Dense3Layer19 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer20")]                                                                                public static partial Layer Dense3Layer20 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer21")]                                                                                public static partial Layer Dense3Layer21 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer22")]                                                                                public static partial Layer Dense3Layer22 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer23")]                                                                                public static partial Layer Dense3Layer23 { get; }
    [DenseLayer(Weights = "features.denseblock3.denselayer24"), Shape(1024, 14, 14)]                                                           public static partial Layer Dense3Layer24 { get; }
    [DenseTransition(Channels = 512, Weights = "features.transition3"), Shape(512, 7, 7)]                                                      public static partial Layer Transition3 { get; }

    [DenseLayer(Weights = "features.denseblock4.denselayer1")]                                                                                 public static partial Layer Dense4Layer1 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer2")]                                                                                 public static partial Layer Dense4Layer2 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer3")]                                                                                 public static partial Layer Dense4Layer3 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer4")]                                                                                 public static partial Layer Dense4Layer4 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer5")]                                                                                 public static partial Layer Dense4Layer5 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer6")]                                                                                 public static partial Layer Dense4Layer6 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer7")]                                                                                 public static partial Layer Dense4Layer7 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer8")]                                                                                 public static partial Layer Dense4Layer8 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer9")]                                                                                 public static partial Layer Dense4Layer9 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer10")]                                                                                public static partial Layer Dense4Layer10 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer11")]                                                                                public static partial Layer Dense4Layer11 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer12")]                                                                                public static partial Layer Dense4Layer12 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer13")]                                                                                public static partial Layer Dense4Layer13 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer14")]                                                                                public static partial Layer Dense4Layer14 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer15")]                                                                                public static partial Layer Dense4Layer15 { get; }
    [DenseLayer(Weights = "features.denseblock4.denselayer16"), Shape(1024, 7, 7)]                                                             public static partial Layer Dense4Layer16 { get; }

    [BatchNorm2d(Weights = "features.norm5"), ReLU]                                                                                            public static partial Layer Norm5 { get; }
    [AdaptiveAvgPool2d(1), Flatten]                                                                                                            public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "classifier")]                                                                                                     public static partial Layer Classifier { get; }
}
