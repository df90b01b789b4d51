using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>RegNetY of 400 million multiply-adds, torchvision's regnet_y_400mf.</summary>
/// <remarks>
/// Source: Radosavovic et al., "Designing Network Design Spaces", arXiv 2003.13678; torchvision/models/regnet.py. The 3x3
/// convolutions with stride 2 drop padding alone (112.5, 56.5, 28.5, 14.5, 7.5); the 1x1 ones beside them skip every second
/// row by design.
/// Input: RGB, 0 to 1, less the mean (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225).
/// </remarks>
[Network(3, 224, 224), Parameters(4_344_144)]
public sealed partial class RegNetY400MF
{
    [Conv2d(32, Kernel = 3, Stride = 2, Padding = 1, Bias = false, Weights = "stem.0"), BatchNorm2d(Weights = "stem.1"), ReLU, Shape(32, 112, 112)] public static partial Layer Stem { get; }

    [RegNetYBlock(In = 32, Out = 48, Stride = 2, Weights = "trunk_output.block1.block1-0"), Shape(48, 56, 56)]                                      public static partial Layer Stage1 { get; }

    [RegNetYBlock(In = 48, Out = 104, Stride = 2, Weights = "trunk_output.block2.block2-0")]                                                        public static partial Layer Stage2A { get; }
    [RegNetYBlock(In = 104, Out = 104, Weights = "trunk_output.block2.block2-1")]                                                                   public static partial Layer Stage2B { get; }
    [RegNetYBlock(In = 104, Out = 104, Weights = "trunk_output.block2.block2-2"), Shape(104, 28, 28)]                                               public static partial Layer Stage2C { get; }

    [RegNetYBlock(In = 104, Out = 208, Stride = 2, Weights = "trunk_output.block3.block3-0")]                                                       public static partial Layer Stage3A { get; }
    [RegNetYBlock(In = 208, Out = 208, Weights = "trunk_output.block3.block3-1")]                                                                   public static partial Layer Stage3B { get; }
    [RegNetYBlock(In = 208, Out = 208, Weights = "trunk_output.block3.block3-2")]                                                                   public static partial Layer Stage3C { get; }
    [RegNetYBlock(In = 208, Out = 208, Weights = "trunk_output.block3.block3-3")]                                                                   public static partial Layer Stage3D { get; }
    [RegNetYBlock(In = 208, Out = 208, Weights = "trunk_output.block3.block3-4")]                                                                   public static partial Layer Stage3E { get; }
    [RegNetYBlock(In = 208, Out = 208, Weights = "trunk_output.block3.block3-5"), Shape(208, 14, 14)]                                               public static partial Layer Stage3F { get; }

    [RegNetYBlock(In = 208, Out = 440, Stride = 2, Weights = "trunk_output.block4.block4-0")]                                                       public static partial Layer Stage4A { get; }
    [RegNetYBlock(In = 440, Out = 440, Weights = "trunk_output.block4.block4-1")]                                                                   public static partial Layer Stage4B { get; }
    [RegNetYBlock(In = 440, Out = 440, Weights = "trunk_output.block4.block4-2")]                                                                   public static partial Layer Stage4C { get; }
    [RegNetYBlock(In = 440, Out = 440, Weights = "trunk_output.block4.block4-3")]                                                                   public static partial Layer Stage4D { get; }
    [RegNetYBlock(In = 440, Out = 440, Weights = "trunk_output.block4.block4-4")]                                                                   public static partial Layer Stage4E { get; }
    [RegNetYBlock(In = 440, Out = 440, Weights = "trunk_output.block4.block4-5"), Shape(440, 7, 7)]                                                 public static partial Layer Stage4F { get; }

    [AdaptiveAvgPool2d(1), Flatten]                                                                                                                 public static partial Layer AvgPool { get; }
    [Linear(1000, Weights = "fc")]                                                                                                                  public static partial Layer Fc { get; }
}
