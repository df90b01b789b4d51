using AlexNetGen.Kernels;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>A convolution of which height and width are the same, and only what is unusual need be written.</summary>
internal interface ISquareConvolution<TSelf> : IConvolution
    where TSelf : struct, ISquareConvolution<TSelf>
{
    /// <summary>Rows and columns of the input.</summary>
    static abstract int Side { get; }

    /// <summary>Rows and columns of the kernel.</summary>
    static abstract int Kernel { get; }

    static virtual int Stride => 1;

    static virtual int Padding => 0;

    static int IConvolution.InputHeight => TSelf.Side;

    static int IConvolution.InputWidth => TSelf.Side;

    static int IConvolution.OutputHeight => OutputSide;

    static int IConvolution.OutputWidth => OutputSide;

    static int IConvolution.OutputStep => TSelf.OutputChannels;

    static int IConvolution.OutputStart => 0;

    static int IConvolution.KernelHeight => TSelf.Kernel;

    static int IConvolution.KernelWidth => TSelf.Kernel;

    static int IConvolution.StrideHeight => TSelf.Stride;

    static int IConvolution.StrideWidth => TSelf.Stride;

    static int IConvolution.DilationHeight => 1;

    static int IConvolution.DilationWidth => 1;

    static int IConvolution.PaddingTop => TSelf.Padding;

    static int IConvolution.PaddingLeft => TSelf.Padding;

    static int IConvolution.ReachHeight => Reach;

    static int IConvolution.ReachWidth => Reach;

    static int IConvolution.Groups => 1;

    /// <summary>How it is computed, in vectors of any width.</summary>
    static virtual ConvolutionChoice Choice => new(ConvolutionAlgorithm.Direct);

    static ConvolutionChoice IConvolution.Choice512 => TSelf.Choice;

    static ConvolutionChoice IConvolution.Choice256 => TSelf.Choice;

    static ConvolutionChoice IConvolution.Choice128 => TSelf.Choice;

    static int IConvolution.ScratchLength => ConvolutionScratch<TSelf>.Length;

    static Activation IConvolution.Activation => Activation.ReLU;

    private static int OutputSide => ((TSelf.Side + (2 * TSelf.Padding) - TSelf.Kernel) / TSelf.Stride) + 1;

    private static int Reach => ((OutputSide - 1) * TSelf.Stride) + TSelf.Kernel;
}

/// <summary>Floats of scratch for every vector width, computed once.</summary>
internal static class ConvolutionScratch<TGeometry>
    where TGeometry : struct, IConvolution
{
    public static readonly int Length = VectorBenchmark.Widths.Max(width => ConvolutionSizes.Of<TGeometry>((VectorWidth)width).ScratchLength((VectorWidth)width));
}
