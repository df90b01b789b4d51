using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Transposed convolutions.

[Network(5, 6, 7)]
internal sealed partial class ConvTranspose2dTwice
{
    [ConvTranspose2d(9, Kernel = 2, Stride = 2)] public static partial Layer Output { get; }
}

[Network(3, 5, 6)]
internal sealed partial class ConvTranspose2dStride1
{
    [ConvTranspose2d(37, Kernel = 3)] public static partial Layer Output { get; }
}

[Network(8, 5, 6)]
internal sealed partial class ConvTranspose2dPadding
{
    [ConvTranspose2d(5, Kernel = 4, Stride = 2, Padding = 1, Bias = false)] public static partial Layer Output { get; }
}

[Network(4, 5, 4)]
internal sealed partial class ConvTranspose2dOutputPadding
{
    [ConvTranspose2d(18, Kernel = 3, Stride = 2, Padding = 1, OutputPadding = 1)] public static partial Layer Output { get; }
}

[Network(12, 4, 5)]
internal sealed partial class ConvTranspose2dGroups
{
    [ConvTranspose2d(20, Kernel = 3, Stride = 2, Groups = 4)] public static partial Layer Output { get; }
}

[Network(6, 5, 5)]
internal sealed partial class ConvTranspose2dDepthwise
{
    [ConvTranspose2d(6, Kernel = 3, Stride = 3, Groups = 6)] public static partial Layer Output { get; }
}

[Network(3, 5, 6)]
internal sealed partial class ConvTranspose2dDilation
{
    [ConvTranspose2d(70, Kernel = 3, Stride = 2, Dilation = 3, Padding = 2, OutputPadding = 2)] public static partial Layer Output { get; }
}

[Network(5, 4, 6)]
internal sealed partial class ConvTranspose2dNonSquare
{
    [ConvTranspose2d(7, KernelHeight = 3, KernelWidth = 5, StrideHeight = 3, StrideWidth = 2, PaddingWidth = 2, OutputPaddingHeight = 2)] public static partial Layer Output { get; }
}

[Network(3, 4, 5)]
internal sealed partial class ConvTranspose2dStrideBeyondKernel
{
    [ConvTranspose2d(17, Kernel = 2, Stride = 3), ReLU] public static partial Layer Output { get; }
}
