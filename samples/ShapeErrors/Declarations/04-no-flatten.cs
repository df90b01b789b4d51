// Linear without Flatten before it
// PyTorch would apply the layer to every row of the feature map and fail on the size, or not fail at all.
using AlexNetGen;

[Network(256, 6, 6)]
public sealed partial class NoFlatten
{
    [Linear(4096), ReLU] public static partial Layer Fc6 { get; }
}
