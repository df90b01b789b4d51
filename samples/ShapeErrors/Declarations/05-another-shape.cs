// A wrong shape asserted
// [Shape] says what a layer should make: here the paper's 96 channels on torchvision's 64.
using AlexNetGen;

[Network(3, 224, 224)]
public sealed partial class AnotherShape
{
    [Conv2d(64, Kernel = 11, Stride = 4, Padding = 2), ReLU, Shape(96, 55, 55)] public static partial Layer Conv1 { get; }
}
