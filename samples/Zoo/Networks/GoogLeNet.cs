using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>GoogLeNet as torchvision defines it, without the auxiliary heads that only training uses.</summary>
/// <remarks>
/// Source: Szegedy et al., "Going Deeper with Convolutions", arXiv 1409.4842; torchvision/models/googlenet.py, which has batch
/// normalisation instead of the paper's two response normalisations, and 3x3 kernels in branch 3 where the paper has 5x5
/// (kept, since weights were trained with them: pytorch/vision issue 906). The 3x3 pools round up, as Caffe's did: Pool1 is
/// 55.5 long, read as 56, Pool2 27.5, read as 28, Pool3 13.5, read as 14. Pool4 and the branches' pools say ceil_mode in
/// torchvision, too; they are exact, so nothing is written. Conv1 (112.5) drops padding alone.
/// Input: RGB, 0 to 1, less 0.5, divided by 0.5: what torchvision's transform_input makes of its usual preprocessing.
/// </remarks>
[Network(3, 224, 224), Parameters(6_624_904)]
public sealed partial class GoogLeNet
{
    [Conv2d(64, Kernel = 7, Stride = 2, Padding = 3, Bias = false, Weights = "conv1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "conv1.bn"), ReLU]                                    public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(64, 56, 56)]                                                                                                     public static partial Layer Pool1 { get; }
    [Conv2d(64, Kernel = 1, Bias = false, Weights = "conv2.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "conv2.bn"), ReLU]                                                             public static partial Layer Conv2 { get; }
    [Conv2d(192, Kernel = 3, Padding = 1, Bias = false, Weights = "conv3.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "conv3.bn"), ReLU]                                               public static partial Layer Conv3 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(192, 28, 28)]                                                                                                    public static partial Layer Pool2 { get; }

    [Conv2d(64, Kernel = 1, Bias = false, Weights = "inception3a.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3a.branch1.bn"), ReLU]                                 public static partial Layer Inception3aBranch1 { get; }
    [From(nameof(Pool2)), Conv2d(96, Kernel = 1, Bias = false, Weights = "inception3a.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3a.branch2.0.bn"), ReLU]        public static partial Layer Inception3aReduce2 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "inception3a.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3a.branch2.1.bn"), ReLU]               public static partial Layer Inception3aBranch2 { get; }
    [From(nameof(Pool2)), Conv2d(16, Kernel = 1, Bias = false, Weights = "inception3a.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3a.branch3.0.bn"), ReLU]        public static partial Layer Inception3aReduce3 { get; }
    [Conv2d(32, Kernel = 3, Padding = 1, Bias = false, Weights = "inception3a.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3a.branch3.1.bn"), ReLU]                public static partial Layer Inception3aBranch3 { get; }
    [From(nameof(Pool2)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                                public static partial Layer Inception3aPool { get; }
    [Conv2d(32, Kernel = 1, Bias = false, Weights = "inception3a.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3a.branch4.1.bn"), ReLU]                             public static partial Layer Inception3aBranch4 { get; }
    [Concat(nameof(Inception3aBranch1), nameof(Inception3aBranch2), nameof(Inception3aBranch3), nameof(Inception3aBranch4))]                                                             public static partial Layer Inception3a { get; }

    [Conv2d(128, Kernel = 1, Bias = false, Weights = "inception3b.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3b.branch1.bn"), ReLU]                                public static partial Layer Inception3bBranch1 { get; }
    [From(nameof(Inception3a)), Conv2d(128, Kernel = 1, Bias = false, Weights = "inception3b.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3b.branch2.0.bn"), ReLU] public static partial Layer Inception3bReduce2 { get; }
    [Conv2d(192, Kernel = 3, Padding = 1, Bias = false, Weights = "inception3b.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3b.branch2.1.bn"), ReLU]               public static partial Layer Inception3bBranch2 { get; }
    [From(nameof(Inception3a)), Conv2d(32, Kernel = 1, Bias = false, Weights = "inception3b.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3b.branch3.0.bn"), ReLU]  public static partial Layer Inception3bReduce3 { get; }
    [Conv2d(96, Kernel = 3, Padding = 1, Bias = false, Weights = "inception3b.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3b.branch3.1.bn"), ReLU]                public static partial Layer Inception3bBranch3 { get; }
    [From(nameof(Inception3a)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                          public static partial Layer Inception3bPool { get; }
    [Conv2d(64, Kernel = 1, Bias = false, Weights = "inception3b.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception3b.branch4.1.bn"), ReLU]                             public static partial Layer Inception3bBranch4 { get; }
    [Concat(nameof(Inception3bBranch1), nameof(Inception3bBranch2), nameof(Inception3bBranch3), nameof(Inception3bBranch4))]                                                             public static partial Layer Inception3b { get; }

    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil), Shape(480, 14, 14)]                                                                                                    public static partial Layer Pool3 { get; }

    [Conv2d(192, Kernel = 1, Bias = false, Weights = "inception4a.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4a.branch1.bn"), ReLU]                                public static partial Layer Inception4aBranch1 { get; }
    [From(nameof(Pool3)), Conv2d(96, Kernel = 1, Bias = false, Weights = "inception4a.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4a.branch2.0.bn"), ReLU]        public static partial Layer Inception4aReduce2 { get; }
    [Conv2d(208, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4a.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4a.branch2.1.bn"), ReLU]               public static partial Layer Inception4aBranch2 { get; }
    [From(nameof(Pool3)), Conv2d(16, Kernel = 1, Bias = false, Weights = "inception4a.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4a.branch3.0.bn"), ReLU]        public static partial Layer Inception4aReduce3 { get; }
    [Conv2d(48, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4a.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4a.branch3.1.bn"), ReLU]                public static partial Layer Inception4aBranch3 { get; }
    [From(nameof(Pool3)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                                public static partial Layer Inception4aPool { get; }
    [Conv2d(64, Kernel = 1, Bias = false, Weights = "inception4a.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4a.branch4.1.bn"), ReLU]                             public static partial Layer Inception4aBranch4 { get; }
    [Concat(nameof(Inception4aBranch1), nameof(Inception4aBranch2), nameof(Inception4aBranch3), nameof(Inception4aBranch4))]                                                             public static partial Layer Inception4a { get; }

    [Conv2d(160, Kernel = 1, Bias = false, Weights = "inception4b.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4b.branch1.bn"), ReLU]                                public static partial Layer Inception4bBranch1 { get; }
    [From(nameof(Inception4a)), Conv2d(112, Kernel = 1, Bias = false, Weights = "inception4b.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4b.branch2.0.bn"), ReLU] public static partial Layer Inception4bReduce2 { get; }
    [Conv2d(224, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4b.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4b.branch2.1.bn"), ReLU]               public static partial Layer Inception4bBranch2 { get; }
    [From(nameof(Inception4a)), Conv2d(24, Kernel = 1, Bias = false, Weights = "inception4b.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4b.branch3.0.bn"), ReLU]  public static partial Layer Inception4bReduce3 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4b.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4b.branch3.1.bn"), ReLU]                public static partial Layer Inception4bBranch3 { get; }
    [From(nameof(Inception4a)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                          public static partial Layer Inception4bPool { get; }
    [Conv2d(64, Kernel = 1, Bias = false, Weights = "inception4b.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4b.branch4.1.bn"), ReLU]                             public static partial Layer Inception4bBranch4 { get; }
    [Concat(nameof(Inception4bBranch1), nameof(Inception4bBranch2), nameof(Inception4bBranch3), nameof(Inception4bBranch4))]                                                             public static partial Layer Inception4b { get; }

    [Conv2d(128, Kernel = 1, Bias = false, Weights = "inception4c.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4c.branch1.bn"), ReLU]                                public static partial Layer Inception4cBranch1 { get; }
    [From(nameof(Inception4b)), Conv2d(128, Kernel = 1, Bias = false, Weights = "inception4c.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4c.branch2.0.bn"), ReLU] public static partial Layer Inception4cReduce2 { get; }
    [Conv2d(256, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4c.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4c.branch2.1.bn"), ReLU]               public static partial Layer Inception4cBranch2 { get; }
    [From(nameof(Inception4b)), Conv2d(24, Kernel = 1, Bias = false, Weights = "inception4c.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4c.branch3.0.bn"), ReLU]  public static partial Layer Inception4cReduce3 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4c.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4c.branch3.1.bn"), ReLU]                public static partial Layer Inception4cBranch3 { get; }
    [From(nameof(Inception4b)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                          public static partial Layer Inception4cPool { get; }
    [Conv2d(64, Kernel = 1, Bias = false, Weights = "inception4c.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4c.branch4.1.bn"), ReLU]                             public static partial Layer Inception4cBranch4 { get; }
    [Concat(nameof(Inception4cBranch1), nameof(Inception4cBranch2), nameof(Inception4cBranch3), nameof(Inception4cBranch4))]                                                             public static partial Layer Inception4c { get; }

    [Conv2d(112, Kernel = 1, Bias = false, Weights = "inception4d.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4d.branch1.bn"), ReLU]                                public static partial Layer Inception4dBranch1 { get; }
    [From(nameof(Inception4c)), Conv2d(144, Kernel = 1, Bias = false, Weights = "inception4d.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4d.branch2.0.bn"), ReLU] public static partial Layer Inception4dReduce2 { get; }
    [Conv2d(288, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4d.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4d.branch2.1.bn"), ReLU]               public static partial Layer Inception4dBranch2 { get; }
    [From(nameof(Inception4c)), Conv2d(32, Kernel = 1, Bias = false, Weights = "inception4d.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4d.branch3.0.bn"), ReLU]  public static partial Layer Inception4dReduce3 { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4d.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4d.branch3.1.bn"), ReLU]                public static partial Layer Inception4dBranch3 { get; }
    [From(nameof(Inception4c)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                          public static partial Layer Inception4dPool { get; }
    [Conv2d(64, Kernel = 1, Bias = false, Weights = "inception4d.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4d.branch4.1.bn"), ReLU]                             public static partial Layer Inception4dBranch4 { get; }
    [Concat(nameof(Inception4dBranch1), nameof(Inception4dBranch2), nameof(Inception4dBranch3), nameof(Inception4dBranch4))]                                                             public static partial Layer Inception4d { get; }

    [Conv2d(256, Kernel = 1, Bias = false, Weights = "inception4e.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4e.branch1.bn"), ReLU]                                public static partial Layer Inception4eBranch1 { get; }
    [From(nameof(Inception4d)), Conv2d(160, Kernel = 1, Bias = false, Weights = "inception4e.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4e.branch2.0.bn"), ReLU] public static partial Layer Inception4eReduce2 { get; }
    [Conv2d(320, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4e.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4e.branch2.1.bn"), ReLU]               public static partial Layer Inception4eBranch2 { get; }
    [From(nameof(Inception4d)), Conv2d(32, Kernel = 1, Bias = false, Weights = "inception4e.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4e.branch3.0.bn"), ReLU]  public static partial Layer Inception4eReduce3 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "inception4e.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4e.branch3.1.bn"), ReLU]               public static partial Layer Inception4eBranch3 { get; }
    [From(nameof(Inception4d)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                          public static partial Layer Inception4ePool { get; }
    [Conv2d(128, Kernel = 1, Bias = false, Weights = "inception4e.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception4e.branch4.1.bn"), ReLU]                            public static partial Layer Inception4eBranch4 { get; }
    [Concat(nameof(Inception4eBranch1), nameof(Inception4eBranch2), nameof(Inception4eBranch3), nameof(Inception4eBranch4))]                                                             public static partial Layer Inception4e { get; }

    [MaxPool2d(Kernel = 2, Stride = 2), Shape(832, 7, 7)]                                                                                                                                public static partial Layer Pool4 { get; }

    [Conv2d(256, Kernel = 1, Bias = false, Weights = "inception5a.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5a.branch1.bn"), ReLU]                                public static partial Layer Inception5aBranch1 { get; }
    [From(nameof(Pool4)), Conv2d(160, Kernel = 1, Bias = false, Weights = "inception5a.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5a.branch2.0.bn"), ReLU]       public static partial Layer Inception5aReduce2 { get; }
    [Conv2d(320, Kernel = 3, Padding = 1, Bias = false, Weights = "inception5a.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5a.branch2.1.bn"), ReLU]               public static partial Layer Inception5aBranch2 { get; }
    [From(nameof(Pool4)), Conv2d(32, Kernel = 1, Bias = false, Weights = "inception5a.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5a.branch3.0.bn"), ReLU]        public static partial Layer Inception5aReduce3 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "inception5a.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5a.branch3.1.bn"), ReLU]               public static partial Layer Inception5aBranch3 { get; }
    [From(nameof(Pool4)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                                public static partial Layer Inception5aPool { get; }
    [Conv2d(128, Kernel = 1, Bias = false, Weights = "inception5a.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5a.branch4.1.bn"), ReLU]                            public static partial Layer Inception5aBranch4 { get; }
    [Concat(nameof(Inception5aBranch1), nameof(Inception5aBranch2), nameof(Inception5aBranch3), nameof(Inception5aBranch4))]                                                             public static partial Layer Inception5a { get; }

    [Conv2d(384, Kernel = 1, Bias = false, Weights = "inception5b.branch1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5b.branch1.bn"), ReLU]                                public static partial Layer Inception5bBranch1 { get; }
    [From(nameof(Inception5a)), Conv2d(192, Kernel = 1, Bias = false, Weights = "inception5b.branch2.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5b.branch2.0.bn"), ReLU] public static partial Layer Inception5bReduce2 { get; }
    [Conv2d(384, Kernel = 3, Padding = 1, Bias = false, Weights = "inception5b.branch2.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5b.branch2.1.bn"), ReLU]               public static partial Layer Inception5bBranch2 { get; }
    [From(nameof(Inception5a)), Conv2d(48, Kernel = 1, Bias = false, Weights = "inception5b.branch3.0.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5b.branch3.0.bn"), ReLU]  public static partial Layer Inception5bReduce3 { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Bias = false, Weights = "inception5b.branch3.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5b.branch3.1.bn"), ReLU]               public static partial Layer Inception5bBranch3 { get; }
    [From(nameof(Inception5a)), MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)]                                                                                                          public static partial Layer Inception5bPool { get; }
    [Conv2d(128, Kernel = 1, Bias = false, Weights = "inception5b.branch4.1.conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "inception5b.branch4.1.bn"), ReLU]                            public static partial Layer Inception5bBranch4 { get; }
    [Concat(nameof(Inception5bBranch1), nameof(Inception5bBranch2), nameof(Inception5bBranch3), nameof(Inception5bBranch4))]                                                             public static partial Layer Inception5b { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                                                                                      public static partial Layer AvgPool { get; }
    [Dropout(0.2), Linear(1000, Weights = "fc")]                                                                                                                                         public static partial Layer Fc { get; }
}
