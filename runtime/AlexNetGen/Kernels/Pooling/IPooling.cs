namespace AlexNetGen.Kernels;

/// <summary>The geometry of a pool over windows, as constants. Generated code implements it with literals.</summary>
public interface IPooling
{
    /// <summary>Channels of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    static abstract int InputWidth { get; }

    /// <summary>Rows of the output.</summary>
    static abstract int OutputHeight { get; }

    /// <summary>Columns of the output.</summary>
    static abstract int OutputWidth { get; }

    /// <summary>Rows of the window.</summary>
    static abstract int KernelHeight { get; }

    /// <summary>Columns of the window.</summary>
    static abstract int KernelWidth { get; }

    /// <summary>Rows between neighbouring windows.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>Columns between neighbouring windows.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>Rows between neighbouring taps; 1 for average pools.</summary>
    static abstract int DilationHeight { get; }

    /// <summary>Columns between neighbouring taps; 1 for average pools.</summary>
    static abstract int DilationWidth { get; }

    /// <summary>Rows of padding above the input.</summary>
    static abstract int PaddingTop { get; }

    /// <summary>Columns of padding on the left of the input.</summary>
    static abstract int PaddingLeft { get; }

    /// <summary>Rows of padding below the input; the window may hang further over.</summary>
    static abstract int PaddingBottom { get; }

    /// <summary>Columns of padding on the right of the input; the window may hang further over.</summary>
    static abstract int PaddingRight { get; }

    /// <summary>
    /// Whether an average's divisor counts padding (what hangs over the padded edge never counts). No meaning
    /// for max pools.
    /// </summary>
    static abstract bool CountIncludePad { get; }
}
