namespace AlexNetGen.Kernels;

/// <summary>
/// The geometry of a convolution, as constants that the just-in-time and native compilers fold into the kernel.
/// Generated code implements it with literals.
/// </summary>
public interface IConvolution
{
    /// <summary>Channels of the input.</summary>
    static abstract int InputChannels { get; }

    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    static abstract int InputWidth { get; }

    /// <summary>
    /// Whether the input is [InputChannels][InputHeight][InputWidth], as networks take it, and not channels last: only for a
    /// convolution of three channels, a direct one whose windows leave the input, which is put in order where it is framed with
    /// zeros, a planar one, or one by space to depth, where its blocks are made.
    /// </summary>
    static virtual bool IsInputPlanar => false;

    /// <summary>Channels of the output.</summary>
    static abstract int OutputChannels { get; }

    /// <summary>Channels from one pixel of the output to the next: more than its own where other layers write beside it.</summary>
    static abstract int OutputStep { get; }

    /// <summary>The first of those channels that is this convolution's.</summary>
    static abstract int OutputStart { get; }

    /// <summary>Rows of the output.</summary>
    static abstract int OutputHeight { get; }

    /// <summary>Columns of the output.</summary>
    static abstract int OutputWidth { get; }

    /// <summary>Rows of the kernel.</summary>
    static abstract int KernelHeight { get; }

    /// <summary>Columns of the kernel.</summary>
    static abstract int KernelWidth { get; }

    /// <summary>Rows between neighbouring windows.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>Columns between neighbouring windows.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>Rows between neighbouring taps.</summary>
    static abstract int DilationHeight { get; }

    /// <summary>Columns between neighbouring taps.</summary>
    static abstract int DilationWidth { get; }

    /// <summary>Rows of zeros above the input.</summary>
    static abstract int PaddingTop { get; }

    /// <summary>Columns of zeros on the left of the input.</summary>
    static abstract int PaddingLeft { get; }

    /// <summary>
    /// Rows that the windows reach, from the first row of padding:
    /// (OutputHeight - 1) * StrideHeight + DilationHeight * (KernelHeight - 1) + 1. What lies beyond the input is zero.
    /// </summary>
    static abstract int ReachHeight { get; }

    /// <summary>Columns that the windows reach, from the first column of padding.</summary>
    static abstract int ReachWidth { get; }

    /// <summary>Groups of channels.</summary>
    static abstract int Groups { get; }

    /// <summary>How it is computed in vectors of 512 bits: AVX-512.</summary>
    static abstract ConvolutionChoice Choice512 { get; }

    /// <summary>How it is computed in vectors of 256 bits: AVX2.</summary>
    static abstract ConvolutionChoice Choice256 { get; }

    /// <summary>How it is computed in vectors of 128 bits: Arm AdvSimd, SSE, and every other machine.</summary>
    static abstract ConvolutionChoice Choice128 { get; }

    /// <summary>Floats that the algorithm needs beside input and output: the largest number of all vector widths.</summary>
    static abstract int ScratchLength { get; }

    /// <summary>The function that is applied to the result.</summary>
    static abstract Activation Activation { get; }
}
