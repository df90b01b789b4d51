namespace AlexNetGen.Kernels;

/// <summary>The geometry of a transposed convolution, as constants. Generated code implements it with literals.</summary>
public interface ITransposedConvolution
{
    /// <summary>Channels of the input.</summary>
    static abstract int InputChannels { get; }

    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    static abstract int InputWidth { get; }

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

    /// <summary>Rows of the output from one row of the input to the next.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>Columns of the output from one column of the input to the next.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>Rows between neighbouring taps.</summary>
    static abstract int DilationHeight { get; }

    /// <summary>Columns between neighbouring taps.</summary>
    static abstract int DilationWidth { get; }

    /// <summary>Rows cut off above.</summary>
    static abstract int PaddingTop { get; }

    /// <summary>Columns cut off on the left.</summary>
    static abstract int PaddingLeft { get; }

    /// <summary>Groups of channels.</summary>
    static abstract int Groups { get; }

    /// <summary>Rows of the input that are multiplied at once: a divisor of <see cref="InputHeight"/>.</summary>
    static abstract int RowsAtOnce { get; }

    /// <summary>
    /// Rows of the input whose products have room: a multiple of <see cref="RowsAtOnce"/>, and so many more rows as fall on one row of
    /// the output besides its last; or all. 0 for a depthwise one, which has no products.
    /// </summary>
    static abstract int RowsKept { get; }

    /// <summary>The function that is applied to the result.</summary>
    static abstract Activation Activation { get; }
}
