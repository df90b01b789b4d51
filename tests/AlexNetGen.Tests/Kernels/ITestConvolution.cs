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

    /// <summary>How it is computed in vectors of any width.</summary>
    static virtual ConvolutionAlgorithm Algorithm =>
        TSelf.Groups > 1 && TSelf.Groups == TSelf.InputChannels && TSelf.Groups == TSelf.OutputChannels
            ? ConvolutionAlgorithm.Depthwise : ConvolutionAlgorithm.Direct;

    static virtual int WinogradTile => 0;

    static virtual int TilesAtOnce => 0;

    static virtual int StrassenLevels => 0;

    static virtual int RowsAtOnce => 0;

    static ConvolutionChoice IConvolution.Choice512 => new(TSelf.Algorithm, TSelf.WinogradTile, TSelf.TilesAtOnce, TSelf.StrassenLevels, TSelf.RowsAtOnce);

    static ConvolutionChoice IConvolution.Choice256 => TSelf.Choice512;

    static ConvolutionChoice IConvolution.Choice128 => TSelf.Choice256;

    // The kernels ask for it, and may allocate nothing.
    static int IConvolution.ScratchLength =>
        Math.Max(Math.Max(ScratchFor(VectorWidth.Bits512), ScratchFor(VectorWidth.Bits256)), ScratchFor(VectorWidth.Bits128));

    static int IConvolution.ReachHeight =>
        ((TSelf.OutputHeight - 1) * TSelf.StrideHeight) + (TSelf.DilationHeight * (TSelf.KernelHeight - 1)) + 1;

    static int IConvolution.ReachWidth =>
        ((TSelf.OutputWidth - 1) * TSelf.StrideWidth) + (TSelf.DilationWidth * (TSelf.KernelWidth - 1)) + 1;

    private static int ScratchFor(VectorWidth width) => ConvolutionSizes.Of<TSelf>(width).ScratchLength(width);
}
