// The example of cs231n: W = 10, F = 3, S = 2, P = 0
// Stanford's notes: 4.5 is no integer, so the neurons don't "fit" neatly and symmetrically across the input.
using AlexNetGen;

[Network(1, 10, 10)]
public sealed partial class Cs231n
{
    [Conv2d(1, Kernel = 3, Stride = 2)] public static partial Layer Conv { get; }
}
