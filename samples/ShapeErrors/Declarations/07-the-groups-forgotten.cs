// Wrong parameters: the groups forgotten
// Caffe's conv2 has 307,456. Without its two groups it is another layer, as in the table often posted as Caffe's.
using AlexNetGen;

[Network(96, 27, 27)]
public sealed partial class GroupsForgotten
{
    [Conv2d(256, Kernel = 5, Padding = 2), ReLU, Parameters(307_456)] public static partial Layer Conv2 { get; }
}
