// Wrong parameters: the biases forgotten
// 96 * 3 * 11 * 11 counts the weights alone.
using AlexNetGen;

[Network(3, 227, 227)]
public sealed partial class BiasesForgotten
{
    [Conv2d(96, Kernel = 11, Stride = 4), ReLU, Parameters(34_848)] public static partial Layer Conv1 { get; }
}
