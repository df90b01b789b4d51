using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>1x1, no padding, O a block and one.</summary>
internal readonly struct Pointwise : ITestConvolution<Pointwise>
{
    public static int InputChannels => 16;
    public static int InputHeight => 5;
    public static int InputWidth => 7;
    public static int OutputChannels => 33;
    public static int OutputHeight => 5;
    public static int OutputWidth => 7;
    public static int KernelHeight => 1;
    public static int KernelWidth => 1;
}

/// <summary>One channel in, one out.</summary>
internal readonly struct OneToOne : ITestConvolution<OneToOne>
{
    public static int InputChannels => 1;
    public static int InputHeight => 4;
    public static int InputWidth => 4;
    public static int OutputChannels => 1;
    public static int OutputHeight => 4;
    public static int OutputWidth => 4;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
}

/// <summary>An even kernel, strides and paddings unequal, not square.</summary>
internal readonly struct EvenStrided : ITestConvolution<EvenStrided>
{
    public static int InputChannels => 3;
    public static int InputHeight => 11;
    public static int InputWidth => 9;
    public static int OutputChannels => 17;
    public static int OutputHeight => 4;
    public static int OutputWidth => 5;
    public static int KernelHeight => 5;
    public static int KernelWidth => 4;
    public static int StrideHeight => 3;
    public static int StrideWidth => 2;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 1;
    public static Activation Activation => Activation.ReLU;
}

/// <summary>Dilations unequal.</summary>
internal readonly struct Dilated : ITestConvolution<Dilated>
{
    public static int InputChannels => 5;
    public static int InputHeight => 9;
    public static int InputWidth => 10;
    public static int OutputChannels => 3;
    public static int OutputHeight => 5;
    public static int OutputWidth => 7;
    public static int KernelHeight => 3;
    public static int KernelWidth => 2;
    public static int DilationHeight => 2;
    public static int DilationWidth => 3;
}

/// <summary>Two groups of 10 to 17.</summary>
internal readonly struct Grouped : ITestConvolution<Grouped>
{
    public static int InputChannels => 20;
    public static int InputHeight => 6;
    public static int InputWidth => 5;
    public static int OutputChannels => 34;
    public static int OutputHeight => 6;
    public static int OutputWidth => 5;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int Groups => 2;
    public static Activation Activation => Activation.ReLU;
}

/// <summary>A kernel for each channel, channels not a whole number of vectors.</summary>
internal readonly struct Depthwise : ITestConvolution<Depthwise>
{
    public static int InputChannels => 20;
    public static int InputHeight => 9;
    public static int InputWidth => 7;
    public static int OutputChannels => 20;
    public static int OutputHeight => 5;
    public static int OutputWidth => 4;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int Groups => 20;
}

/// <summary>Fewer channels than any vector; dilated.</summary>
internal readonly struct DepthwiseNarrow : ITestConvolution<DepthwiseNarrow>
{
    public static int InputChannels => 3;
    public static int InputHeight => 8;
    public static int InputWidth => 8;
    public static int OutputChannels => 3;
    public static int OutputHeight => 4;
    public static int OutputWidth => 6;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int DilationHeight => 2;
    public static int DilationWidth => 1;
    public static int Groups => 3;
    public static Activation Activation => Activation.ReLU;
}

/// <summary>Three kernels for each channel.</summary>
internal readonly struct DepthwiseMultiplied : ITestConvolution<DepthwiseMultiplied>
{
    public static int InputChannels => 5;
    public static int InputHeight => 6;
    public static int InputWidth => 6;
    public static int OutputChannels => 15;
    public static int OutputHeight => 6;
    public static int OutputWidth => 6;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int Groups => 5;
}

/// <summary>The last window hangs over the edge.</summary>
internal readonly struct Overhanging : ITestConvolution<Overhanging>
{
    public static int InputChannels => 3;
    public static int InputHeight => 6;
    public static int InputWidth => 6;
    public static int OutputChannels => 16;
    public static int OutputHeight => 3;
    public static int OutputWidth => 3;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
}

/// <summary>The last rows and columns are never read; no scratch.</summary>
internal readonly struct Unread : ITestConvolution<Unread>
{
    public static int InputChannels => 3;
    public static int InputHeight => 7;
    public static int InputWidth => 8;
    public static int OutputChannels => 5;
    public static int OutputHeight => 2;
    public static int OutputWidth => 2;
    public static int KernelHeight => 2;
    public static int KernelWidth => 2;
    public static int StrideHeight => 3;
    public static int StrideWidth => 3;
}

/// <summary>Padding before, and rows and columns at the end that are never read.</summary>
internal readonly struct PaddedUnread : ITestConvolution<PaddedUnread>
{
    public static int InputChannels => 3;
    public static int InputHeight => 8;
    public static int InputWidth => 8;
    public static int OutputChannels => 5;
    public static int OutputHeight => 2;
    public static int OutputWidth => 2;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 4;
    public static int StrideWidth => 4;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
}

/// <summary>The kernel is the map: a fully connected layer.</summary>
internal readonly struct WholeMap : ITestConvolution<WholeMap>
{
    public static int InputChannels => 16;
    public static int InputHeight => 6;
    public static int InputWidth => 6;
    public static int OutputChannels => 65;
    public static int OutputHeight => 1;
    public static int OutputWidth => 1;
    public static int KernelHeight => 6;
    public static int KernelWidth => 6;
}

/// <summary>96 channels: two blocks of three vectors of AVX-512.</summary>
internal readonly struct ThreeVectors : ITestConvolution<ThreeVectors>
{
    public static int InputChannels => 5;
    public static int InputHeight => 4;
    public static int InputWidth => 4;
    public static int OutputChannels => 96;
    public static int OutputHeight => 4;
    public static int OutputWidth => 4;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
}

/// <summary>AlexNet's first convolution on a smaller image.</summary>
internal readonly struct AlexNetFirst : ITestConvolution<AlexNetFirst>
{
    public static int InputChannels => 3;
    public static int InputHeight => 31;
    public static int InputWidth => 35;
    public static int OutputChannels => 64;
    public static int OutputHeight => 7;
    public static int OutputWidth => 8;
    public static int KernelHeight => 11;
    public static int KernelWidth => 11;
    public static int StrideHeight => 4;
    public static int StrideWidth => 4;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 2;
    public static Activation Activation => Activation.ReLU;
}

/// <summary>So many pixels that they are computed in several strips: of the whole map, or of rows.</summary>
internal readonly struct Strips<TKernel> : ITestConvolution<Strips<TKernel>>
    where TKernel : struct, ICount
{
    public static int InputChannels => 3;
    public static int InputHeight => 61;
    public static int InputWidth => 40;
    public static int OutputChannels => 40;
    public static int OutputHeight => 61;
    public static int OutputWidth => 40;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int PaddingTop => TKernel.Value / 2;
    public static int PaddingLeft => TKernel.Value / 2;
}
