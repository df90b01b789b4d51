// A second operation with weights in one layer
// Both would read their tensors under the layer's name.
using AlexNetGen;

[Network(3, 32, 32)]
public sealed partial class SecondWeights
{
    [Conv2d(64, Kernel = 3, Padding = 1), ReLU, Conv2d(64, Kernel = 3, Padding = 1)] public static partial Layer Block1 { get; }
}
