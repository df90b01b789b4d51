// Groups that do not divide the channels
using AlexNetGen;

[Network(96, 27, 27)]
public sealed partial class UnevenGroups
{
    [Conv2d(256, Kernel = 5, Padding = 2, Groups = 3)] public static partial Layer Conv2 { get; }
}
