using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>A LeNet-like network for handwritten digits: 20x20 grey, values 0 to 1, white on black; ten logits.</summary>
/// <remarks>
/// Trained by train/train.py on 4,000 digits of digits.png; its weights are digits.safetensors. After LeCun, Bottou,
/// Bengio, Haffner, "Gradient-based learning applied to document recognition", 1998.
/// </remarks>
[Network(1, 20, 20), Parameters(110_578)]
public sealed partial class DigitNet
{
    [Conv2d(16, Kernel = 5, Padding = 2, Weights = "conv1"), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 2)]                                        public static partial Layer Pool1 { get; }
    [Conv2d(32, Kernel = 5, Padding = 2, Weights = "conv2"), ReLU] public static partial Layer Conv2 { get; }
    [MaxPool2d(Kernel = 2), Shape(32, 5, 5)]                       public static partial Layer Pool2 { get; }
    [Flatten, Dropout, Linear(120, Weights = "fc1"), ReLU]         public static partial Layer Fc1 { get; }
    [Linear(10, Weights = "fc2")]                                  public static partial Layer Fc2 { get; }
}
