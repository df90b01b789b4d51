// A row lost further down
// Told to round down, Conv1 makes 54. The loss only moves on: Pool1 cannot read 54 whole.
using AlexNetGen;

[Network(3, 224, 224)]
public sealed partial class LossMovesOn
{
    [Conv2d(96, Kernel = 11, Stride = 4, Rounding = Rounding.Floor), ReLU] public static partial Layer Conv1 { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                    public static partial Layer Pool1 { get; }
}
