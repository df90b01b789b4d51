// What a dialect does where no rounding is written is what some of these test.
#pragma warning disable ANG1010

using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Convolutions: strides, even kernels, dilation, groups, every kind of padding, awkward channel counts.

[Network(5, 13, 11)]
internal sealed partial class Conv2dStride3
{
    [Conv2d(17, Kernel = 3, Stride = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(3, 14, 12)]
internal sealed partial class Conv2dRowsLost
{
    [Conv2d(33, Kernel = 3, Stride = 3, Rounding = Rounding.Floor)] public static partial Layer Output { get; }
}

[Network(3, 9, 10)]
internal sealed partial class Conv2dEvenKernel
{
    [Conv2d(8, Kernel = 4, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 12, 10)]
internal sealed partial class Conv2dEvenKernelStride2
{
    [Conv2d(12, Kernel = 4, Stride = 2, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 15, 11)]
internal sealed partial class Conv2dDilation2
{
    [Conv2d(17, Kernel = 3, Padding = 2, Dilation = 2)] public static partial Layer Output { get; }
}

[Network(3, 17, 12)]
internal sealed partial class Conv2dDilation3
{
    [Conv2d(9, Kernel = 3, Dilation = 3)] public static partial Layer Output { get; }
}

[Network(3, 16, 13)]
internal sealed partial class Conv2dDilation2Stride2
{
    [Conv2d(6, Kernel = 3, Stride = 2, Padding = 2, Dilation = 2)] public static partial Layer Output { get; }
}

[Network(5, 13, 17)]
internal sealed partial class Conv2dDilationTwoByThree
{
    [Conv2d(7, KernelHeight = 3, KernelWidth = 2, PaddingHeight = 1, PaddingWidth = 2, DilationHeight = 2, DilationWidth = 3)]
    public static partial Layer Output { get; }
}

[Network(20, 9, 7)]
internal sealed partial class Conv2dGroups4
{
    [Conv2d(12, Kernel = 3, Padding = 1, Groups = 4)] public static partial Layer Output { get; }
}

[Network(20, 8, 9)]
internal sealed partial class Conv2dGroups5
{
    [Conv2d(15, Kernel = 3, Groups = 5)] public static partial Layer Output { get; }
}

[Network(20, 14, 13)]
internal sealed partial class Conv2dGroups2Kernel5
{
    [Conv2d(32, Kernel = 5, Padding = 2, Groups = 2)] public static partial Layer Output { get; }
}

[Network(16, 11, 9)]
internal sealed partial class Conv2dDepthwise
{
    [Conv2d(16, Kernel = 3, Padding = 1, Groups = 16)] public static partial Layer Output { get; }
}

[Network(20, 11, 9)]
internal sealed partial class Conv2dDepthwiseStride2
{
    [Conv2d(20, Kernel = 3, Stride = 2, Padding = 1, Groups = 20)] public static partial Layer Output { get; }
}

[Network(3, 12, 14)]
internal sealed partial class Conv2dDepthwiseKernel5
{
    [Conv2d(3, Kernel = 5, Padding = 2, Groups = 3)] public static partial Layer Output { get; }
}

[Network(5, 9, 10)]
internal sealed partial class Conv2dDepthwiseMultiplier
{
    [Conv2d(15, Kernel = 3, Padding = 1, Groups = 5)] public static partial Layer Output { get; }
}

[Network(3, 11, 9)]
internal sealed partial class Conv2dAsymmetricPadding
{
    [Conv2d(8, Kernel = 3, PaddingTop = 2, PaddingLeft = 1, PaddingRight = 3)] public static partial Layer Output { get; }
}

[Network(3, 32, 32)]
internal sealed partial class Conv2dPaddingBelowAndRight
{
    [Conv2d(16, Kernel = 11, Stride = 4, PaddingBottom = 3, PaddingRight = 3)] public static partial Layer Output { get; }
}

[Network(5, 10, 12)]
internal sealed partial class Conv2dPaddingTopOverGeneral
{
    [Conv2d(6, Kernel = 3, Padding = 1, PaddingWidth = 2, PaddingTop = 0)] public static partial Layer Output { get; }
}

[Network(3, 32, 32)]
internal sealed partial class Conv2dCeil
{
    [Conv2d(16, Kernel = 11, Stride = 4, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 14, 13)]
internal sealed partial class Conv2dCeilDilation2
{
    [Conv2d(7, Kernel = 3, Stride = 3, Padding = 1, Dilation = 2, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(3, 20, 18, Dialect = Dialect.CudaConvnet)]
internal sealed partial class Conv2dCudaConvnet
{
    [Conv2d(16, Kernel = 5, Stride = 4)] public static partial Layer Output { get; }
}

[Network(5, 12, 15)]
internal sealed partial class Conv2dNonSquare
{
    [Conv2d(9, KernelHeight = 3, KernelWidth = 5, StrideWidth = 2, PaddingHeight = 1, PaddingWidth = 2)] public static partial Layer Output { get; }
}

[Network(3, 7, 16)]
internal sealed partial class Conv2dOneBySeven
{
    [Conv2d(5, KernelHeight = 1, KernelWidth = 7, PaddingWidth = 3)] public static partial Layer Output { get; }
}

[Network(3, 16, 7)]
internal sealed partial class Conv2dSevenByOne
{
    [Conv2d(5, KernelHeight = 7, KernelWidth = 1, PaddingHeight = 3)] public static partial Layer Output { get; }
}

[Network(20, 9, 7)]
internal sealed partial class Conv2dPointwise
{
    [Conv2d(33, Kernel = 1)] public static partial Layer Output { get; }
}

[Network(16, 9, 8)]
internal sealed partial class Conv2dPointwiseStride2
{
    [Conv2d(17, Kernel = 1, Stride = 2)] public static partial Layer Output { get; }
}

[Network(1, 6, 5)]
internal sealed partial class Conv2dPointwiseOneChannel
{
    [Conv2d(1, Kernel = 1)] public static partial Layer Output { get; }
}

[Network(5, 8, 8)]
internal sealed partial class Conv2dNoBias
{
    [Conv2d(24, Kernel = 3, Padding = 1, Bias = false)] public static partial Layer Output { get; }
}

[Network(1, 20, 20)]
internal sealed partial class Conv2dOneInput
{
    [Conv2d(16, Kernel = 5, Padding = 2)] public static partial Layer Output { get; }
}

[Network(16, 10, 9)]
internal sealed partial class Conv2dOneOutput
{
    [Conv2d(1, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(20, 7, 13)]
internal sealed partial class Conv2dThreeOutputs
{
    [Conv2d(3, Kernel = 5, Padding = 2)] public static partial Layer Output { get; }
}

[Network(16, 13, 13)]
internal sealed partial class Conv2d17Outputs
{
    [Conv2d(17, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(20, 13, 13)]
internal sealed partial class Conv2d33Outputs
{
    [Conv2d(33, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(64, 13, 13)]
internal sealed partial class Conv2d64Inputs
{
    [Conv2d(32, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 11, 13)]
internal sealed partial class Conv2dSameUpper
{
    [Conv2d(8, Kernel = 4, Stride = 2, AutoPad = AutoPad.SameUpper)] public static partial Layer Output { get; }
}

[Network(5, 11, 13)]
internal sealed partial class Conv2dSameLower
{
    [Conv2d(8, Kernel = 4, Stride = 2, AutoPad = AutoPad.SameLower)] public static partial Layer Output { get; }
}

[Network(3, 12, 9)]
internal sealed partial class Conv2dSameUpperKernel3
{
    [Conv2d(10, Kernel = 3, Stride = 2, AutoPad = AutoPad.SameUpper)] public static partial Layer Output { get; }
}

[Network(3, 7, 8)]
internal sealed partial class Conv2dSameLowerKernel2
{
    [Conv2d(4, Kernel = 2, AutoPad = AutoPad.SameLower)] public static partial Layer Output { get; }
}

[Network(3, 9, 8)]
internal sealed partial class Conv2dKernelBeyondInput
{
    [Conv2d(8, Kernel = 11, Padding = 5)] public static partial Layer Output { get; }
}

[Network(3, 48, 40)]
internal sealed partial class Conv2dKernel11Stride4
{
    [Conv2d(24, Kernel = 11, Stride = 4, Padding = 2)] public static partial Layer Output { get; }
}

[Network(3, 13, 10)]
internal sealed partial class Conv2dStrideBeyondKernel
{
    [Conv2d(10, Kernel = 2, Stride = 5)] public static partial Layer Output { get; }
}

[Network(20, 6, 7)]
internal sealed partial class Conv2dWholeInput
{
    [Conv2d(19, KernelHeight = 6, KernelWidth = 7)] public static partial Layer Output { get; }
}

[Network(16, 1, 1)]
internal sealed partial class Conv2dOnePixel
{
    [Conv2d(18, Kernel = 3, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 40, 1)]
internal sealed partial class Conv2dColumn
{
    [Conv2d(17, KernelHeight = 5, KernelWidth = 1, StrideHeight = 2, PaddingHeight = 2, Rounding = Rounding.Floor)] public static partial Layer Output { get; }
}

[Network(3, 33, 1)]
internal sealed partial class Conv2dColumnOfPlanes
{
    [Conv2d(20, KernelHeight = 4, KernelWidth = 1, PaddingHeight = 3, DilationHeight = 2)] public static partial Layer Output { get; }
}

[Network(12, 21, 1)]
internal sealed partial class Conv2dColumnDepthwise
{
    [Conv2d(12, KernelHeight = 3, KernelWidth = 1, PaddingHeight = 1, Groups = 12)] public static partial Layer Output { get; }
}
