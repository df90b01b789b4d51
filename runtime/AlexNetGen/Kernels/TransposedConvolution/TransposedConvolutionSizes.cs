namespace AlexNetGen.Kernels;

/// <summary>The numbers of a transposed convolution as values, and the convolution that multiplies its inputs by all taps.</summary>
internal readonly record struct TransposedConvolutionSizes
{
    public required int InputChannels { get; init; }

    public required int OutputChannels { get; init; }

    public required int Groups { get; init; }

    public required TransposedAxis Rows { get; init; }

    public required TransposedAxis Columns { get; init; }

    public required int RowsAtOnce { get; init; }

    public required int RowsKept { get; init; }

    /// <summary>Taps of the kernel: rows x columns.</summary>
    public int Taps => Rows.Kernel * Columns.Kernel;

    /// <summary>Whether each channel is a group: nothing is summed over channels.</summary>
    public bool IsDepthwise => Groups == InputChannels && Groups == OutputChannels;

    /// <summary>Floats of the input.</summary>
    public int InputLength => Rows.Input * Columns.Input * InputChannels;

    /// <summary>Floats of the weight: [input channel][output channel of the group][row][column].</summary>
    public int WeightLength => checked(InputChannels * (OutputChannels / Groups) * Taps);

    /// <summary>Products of one pixel of the input: [group][tap][output channel of the group].</summary>
    public int Products => checked(Taps * OutputChannels);

    /// <summary>Floats of the products that are kept.</summary>
    public int ScratchLength => checked(RowsKept * Columns.Input * Products);

    /// <summary>The convolution of 1 x 1 whose outputs are the products of the rows that are multiplied at once.</summary>
    public ConvolutionSizes Product => new()
    {
        Algorithm = ConvolutionAlgorithm.Direct,
        InputChannels = InputChannels,
        InputHeight = RowsAtOnce,
        InputWidth = Columns.Input,
        OutputChannels = Products,
        OutputHeight = RowsAtOnce,
        OutputWidth = Columns.Input,
        KernelHeight = 1,
        KernelWidth = 1,
        StrideHeight = 1,
        StrideWidth = 1,
        DilationHeight = 1,
        DilationWidth = 1,
        PaddingTop = 0,
        PaddingLeft = 0,
        ReachHeight = RowsAtOnce,
        ReachWidth = Columns.Input,
        Groups = Groups,
        WinogradTile = 0,
        TilesAtOnce = 0,
        RowsAtOnce = 0,
        StrassenLevels = 0,
        IsInputPlanar = false,
    };

    /// <summary>The numbers of a geometry.</summary>
    public static TransposedConvolutionSizes Of<TGeometry>()
        where TGeometry : struct, ITransposedConvolution => new()
        {
            InputChannels = TGeometry.InputChannels,
            OutputChannels = TGeometry.OutputChannels,
            Groups = TGeometry.Groups,
            Rows = new(TGeometry.InputHeight, TGeometry.OutputHeight, TGeometry.KernelHeight, TGeometry.StrideHeight, TGeometry.DilationHeight, TGeometry.PaddingTop),
            Columns = new(TGeometry.InputWidth, TGeometry.OutputWidth, TGeometry.KernelWidth, TGeometry.StrideWidth, TGeometry.DilationWidth, TGeometry.PaddingLeft),
            RowsAtOnce = TGeometry.RowsAtOnce,
            RowsKept = TGeometry.RowsKept,
        };
}
