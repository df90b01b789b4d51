// What a dialect does where no rounding is written is what some of these test.
#pragma warning disable ANG1010

using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Average pools: what the divisor counts is what they differ in.

[Network(3, 10, 8)]
internal sealed partial class AvgPool2dKernel2
{
    [AvgPool2d(Kernel = 2)] public static partial Layer Output { get; }
}

[Network(5, 12, 11)]
internal sealed partial class AvgPool2dPaddingCounted
{
    [AvgPool2d(Kernel = 3, Stride = 2, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 12, 11)]
internal sealed partial class AvgPool2dPaddingNotCounted
{
    [AvgPool2d(Kernel = 3, Stride = 2, Padding = 1, CountIncludePad = false)] public static partial Layer Output { get; }
}

[Network(20, 8, 9)]
internal sealed partial class AvgPool2dStride1
{
    [AvgPool2d(Kernel = 3, Stride = 1, Padding = 1, CountIncludePad = false)] public static partial Layer Output { get; }
}

[Network(3, 14, 15)]
internal sealed partial class AvgPool2dStride3
{
    [AvgPool2d(Kernel = 5, Stride = 3, Padding = 2)] public static partial Layer Output { get; }
}

[Network(3, 12, 10)]
internal sealed partial class AvgPool2dRowsLost
{
    [AvgPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Floor)] public static partial Layer Output { get; }
}

[Network(3, 12, 10)]
internal sealed partial class AvgPool2dCeil
{
    [AvgPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 12, 10)]
internal sealed partial class AvgPool2dCeilPadding
{
    [AvgPool2d(Kernel = 3, Stride = 2, Padding = 1, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 12, 10)]
internal sealed partial class AvgPool2dCeilPaddingNotCounted
{
    [AvgPool2d(Kernel = 3, Stride = 2, Padding = 1, CountIncludePad = false, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 9, 14)]
internal sealed partial class AvgPool2dNonSquare
{
    [AvgPool2d(KernelHeight = 3, KernelWidth = 2, StrideHeight = 2, StrideWidth = 3, PaddingHeight = 1)] public static partial Layer Output { get; }
}

[Network(3, 10, 8)]
internal sealed partial class AvgPool2dAsymmetricPadding
{
    [AvgPool2d(Kernel = 3, Stride = 2, PaddingBottom = 1, PaddingLeft = 1)] public static partial Layer Output { get; }
}

[Network(3, 10, 8)]
internal sealed partial class AvgPool2dAsymmetricPaddingNotCounted
{
    [AvgPool2d(Kernel = 3, Stride = 2, PaddingTop = 1, PaddingRight = 1, CountIncludePad = false)] public static partial Layer Output { get; }
}

[Network(17, 7, 5)]
internal sealed partial class AvgPool2dWholeInput
{
    [AvgPool2d(KernelHeight = 7, KernelWidth = 5)] public static partial Layer Output { get; }
}

[Network(5, 11, 12, Dialect = Dialect.TensorFlow)]
internal sealed partial class AvgPool2dSameUpper
{
    [AvgPool2d(Kernel = 3, Stride = 2, AutoPad = AutoPad.SameUpper)] public static partial Layer Output { get; }
}

[Network(5, 11, 12)]
internal sealed partial class AvgPool2dSameUpperCounted
{
    [AvgPool2d(Kernel = 3, Stride = 2, AutoPad = AutoPad.SameUpper, CountIncludePad = true)] public static partial Layer Output { get; }
}

[Network(5, 12, 10)]
internal sealed partial class AvgPool2dSameLower
{
    [AvgPool2d(Kernel = 3, Stride = 2, AutoPad = AutoPad.SameLower, CountIncludePad = false)] public static partial Layer Output { get; }
}

[Network(5, 12, 10, Dialect = Dialect.Onnx)]
internal sealed partial class AvgPool2dOnnx
{
    [AvgPool2d(Kernel = 3, Stride = 2, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 12, 10, Dialect = Dialect.Caffe)]
internal sealed partial class AvgPool2dCaffe
{
    [AvgPool2d(Kernel = 3, Stride = 2)] public static partial Layer Output { get; }
}

[Network(5, 12, 9, Dialect = Dialect.Caffe)]
internal sealed partial class AvgPool2dCaffePadding
{
    [AvgPool2d(Kernel = 3, Stride = 2, Padding = 1)] public static partial Layer Output { get; }
}
