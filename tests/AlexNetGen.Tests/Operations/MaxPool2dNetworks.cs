// What a dialect does where no rounding is written is what some of these test.
#pragma warning disable ANG1010

using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Max pools: overlapping, rounding up, padding by minus infinity, dilation.

[Network(3, 10, 8)]
internal sealed partial class MaxPool2dKernel2
{
    [MaxPool2d(Kernel = 2)] public static partial Layer Output { get; }
}

[Network(5, 13, 11)]
internal sealed partial class MaxPool2dOverlapping
{
    [MaxPool2d(Kernel = 3, Stride = 2)] public static partial Layer Output { get; }
}

[Network(20, 8, 9)]
internal sealed partial class MaxPool2dStride1
{
    [MaxPool2d(Kernel = 3, Stride = 1, Padding = 1)] public static partial Layer Output { get; }
}

[Network(3, 12, 10)]
internal sealed partial class MaxPool2dRowsLost
{
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Floor)] public static partial Layer Output { get; }
}

[Network(3, 12, 10)]
internal sealed partial class MaxPool2dCeil
{
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 12, 11)]
internal sealed partial class MaxPool2dPadding
{
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 12, 9)]
internal sealed partial class MaxPool2dCeilPadding
{
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(3, 7, 8)]
internal sealed partial class MaxPool2dCeilClipped
{
    [MaxPool2d(Kernel = 2, Stride = 3, Padding = 1, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(3, 2, 5)]
internal sealed partial class MaxPool2dCeilKernelBeyondInput
{
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(3, 15, 12)]
internal sealed partial class MaxPool2dDilation2
{
    [MaxPool2d(Kernel = 3, Stride = 2, Dilation = 2)] public static partial Layer Output { get; }
}

[Network(3, 14, 11)]
internal sealed partial class MaxPool2dDilation3Ceil
{
    [MaxPool2d(Kernel = 2, Stride = 2, Padding = 1, Dilation = 3, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 9, 14)]
internal sealed partial class MaxPool2dNonSquare
{
    [MaxPool2d(KernelHeight = 3, KernelWidth = 2, StrideHeight = 2, StrideWidth = 3, PaddingHeight = 1)] public static partial Layer Output { get; }
}

[Network(3, 12, 11)]
internal sealed partial class MaxPool2dStrideBeyondKernel
{
    [MaxPool2d(Kernel = 2, Stride = 3)] public static partial Layer Output { get; }
}

[Network(3, 10, 8)]
internal sealed partial class MaxPool2dAsymmetricPadding
{
    [MaxPool2d(Kernel = 3, Stride = 2, PaddingBottom = 1, PaddingLeft = 1)] public static partial Layer Output { get; }
}

[Network(17, 7, 5)]
internal sealed partial class MaxPool2dWholeInput
{
    [MaxPool2d(KernelHeight = 7, KernelWidth = 5)] public static partial Layer Output { get; }
}

[Network(5, 11, 12, Dialect = Dialect.TensorFlow)]
internal sealed partial class MaxPool2dSameUpper
{
    [MaxPool2d(Kernel = 3, Stride = 2, AutoPad = AutoPad.SameUpper)] public static partial Layer Output { get; }
}

[Network(5, 12, 10)]
internal sealed partial class MaxPool2dSameLower
{
    [MaxPool2d(Kernel = 3, Stride = 2, AutoPad = AutoPad.SameLower)] public static partial Layer Output { get; }
}

[Network(3, 12, 10, Dialect = Dialect.Onnx)]
internal sealed partial class MaxPool2dOnnxCeil
{
    [MaxPool2d(Kernel = 3, Stride = 2, Rounding = Rounding.Ceil)] public static partial Layer Output { get; }
}

[Network(5, 12, 9, Dialect = Dialect.Caffe)]
internal sealed partial class MaxPool2dCaffe
{
    [MaxPool2d(Kernel = 3, Stride = 2)] public static partial Layer Output { get; }
}

[Network(5, 12, 9, Dialect = Dialect.Caffe)]
internal sealed partial class MaxPool2dCaffePadding
{
    [MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)] public static partial Layer Output { get; }
}

[Network(5, 12, 9, Dialect = Dialect.CudaConvnet)]
internal sealed partial class MaxPool2dCudaConvnet
{
    [MaxPool2d(Kernel = 3, Stride = 2)] public static partial Layer Output { get; }
}
