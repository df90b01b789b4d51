using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A convolution of which only what is unusual need be written.</summary>
internal interface ITestConvolution<TSelf> : IConvolution
    where TSelf : struct, ITestConvolution<TSelf>
{
    static int IConvolution.StrideHeight => 1;

    static int IConvolution.StrideWidth => 1;

    static int IConvolution.DilationHeight => 1;

    static int IConvolution.DilationWidth => 1;

    static int IConvolution.PaddingTop => 0;

    static int IConvolution.PaddingLeft => 0;

    static int IConvolution.Groups => 1;

    static Activation IConvolution.Activation => Activation.None;

    static int IConvolution.OutputStep => TSelf.OutputChannels;

    static int IConvolution.OutputStart => 0;

    static ConvolutionAlgorithm IConvolution.Algorithm =>
        TSelf.Groups > 1 && TSelf.Groups == TSelf.InputChannels && TSelf.Groups == TSelf.OutputChannels
            ? ConvolutionAlgorithm.Depthwise : ConvolutionAlgorithm.Direct;

    static int IConvolution.WinogradTile => 0;

    static int IConvolution.TilesAtOnce => 0;

    // The kernels ask for it, and may allocate nothing.
    static int IConvolution.ScratchLength => Math.Max(
        Math.Max(ConvolutionSizes.Of<TSelf>().ScratchLength(VectorWidth.Bits512), ConvolutionSizes.Of<TSelf>().ScratchLength(VectorWidth.Bits256)),
        ConvolutionSizes.Of<TSelf>().ScratchLength(VectorWidth.Bits128));

    static int IConvolution.ReachHeight =>
        ((TSelf.OutputHeight - 1) * TSelf.StrideHeight) + (TSelf.DilationHeight * (TSelf.KernelHeight - 1)) + 1;

    static int IConvolution.ReachWidth =>
        ((TSelf.OutputWidth - 1) * TSelf.StrideWidth) + (TSelf.DilationWidth * (TSelf.KernelWidth - 1)) + 1;
}
