// A pool padded by more than half its kernel
// Some of its windows would see padding alone.
using AlexNetGen;

[Network(64, 55, 55)]
public sealed partial class TooMuchPadding
{
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 2)] public static partial Layer Pool1 { get; }
}
