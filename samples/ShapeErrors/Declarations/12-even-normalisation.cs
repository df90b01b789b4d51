// A normalisation over an even number of channels
// Its window has no middle, and frameworks put it in different places.
using AlexNetGen;

[Network(96, 55, 55)]
public sealed partial class EvenNormalisation
{
    [LocalResponseNorm(4)] public static partial Layer Norm1 { get; }
}
