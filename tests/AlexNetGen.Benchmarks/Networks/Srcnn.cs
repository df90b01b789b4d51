namespace AlexNetGen.Benchmarks.Networks;

/// <summary>SRCNN 9-1-5 (Dong et al., 2014), of all three channels: a picture that was made larger becomes a sharp one.</summary>
[Network(3, 128, 128)]
internal sealed partial class Srcnn
{
    [Conv2d(64, Kernel = 9, Padding = 4), ReLU]                    public static partial Layer Patches { get; }
    [Conv2d(32, Kernel = 1), ReLU]                                 public static partial Layer Mapping { get; }
    [Conv2d(3, Kernel = 5, Padding = 2), Shape(3, 128, 128)]       public static partial Layer Picture { get; }
}
