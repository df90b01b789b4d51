namespace AlexNetGen.Kernels;

/// <summary>
/// The numbers of a geometry as values. What gains nothing from being compiled for each geometry takes these, and is
/// compiled once.
/// </summary>
internal readonly record struct ConvolutionSizes
{
    public required ConvolutionAlgorithm Algorithm { get; init; }

    public required int InputChannels { get; init; }

    public required int InputHeight { get; init; }

    public required int InputWidth { get; init; }

    public required int OutputChannels { get; init; }

    public required int OutputHeight { get; init; }

    public required int OutputWidth { get; init; }

    public required int KernelHeight { get; init; }

    public required int KernelWidth { get; init; }

    public required int StrideHeight { get; init; }

    public required int StrideWidth { get; init; }

    public required int DilationHeight { get; init; }

    public required int DilationWidth { get; init; }

    public required int PaddingTop { get; init; }

    public required int PaddingLeft { get; init; }

    public required int ReachHeight { get; init; }

    public required int ReachWidth { get; init; }

    public required int Groups { get; init; }

    public required int WinogradTile { get; init; }

    public required int TilesAtOnce { get; init; }

    public required int StrassenLevels { get; init; }

    public required int RowsAtOnce { get; init; }

    public required bool IsInputPlanar { get; init; }

    /// <summary>Floats of the weight: [output channel][input channel of the group][row][column].</summary>
    public int WeightLength => OutputChannels * (InputChannels / Groups) * KernelHeight * KernelWidth;

    /// <summary>Floats of the input.</summary>
    public int InputLength => InputHeight * InputWidth * InputChannels;

    /// <summary>Floats of scratch that the algorithm needs, for weights of a vector width.</summary>
    public int ScratchLength(VectorWidth width) => Algorithm switch
    {
        ConvolutionAlgorithm.Winograd or ConvolutionAlgorithm.Phases => TransformLayout.OfWinograd(this, width).ScratchLength,
        ConvolutionAlgorithm.Strassen => FrameLength + TransformLayout.OfStrassen(this, width).ScratchLength,
        ConvolutionAlgorithm.SpaceToDepth => SpaceToDepth.Deep(this).InputLength + SpaceToDepth.Deep(this).ScratchLength(width),
        ConvolutionAlgorithm.Depthwise or ConvolutionAlgorithm.Grouped => 0,
        ConvolutionAlgorithm.Planar => PlanarLayout.ScratchLength(this),
        _ => FrameLength,
    };

    /// <summary>Floats of the input with zeros around it; 0 where the windows stay within it.</summary>
    public int FrameLength => IsPadded ? ReachHeight * ReachWidth * InputChannels : 0;

    /// <summary>Whether the windows reach beyond the input.</summary>
    public bool IsPadded => PaddingTop != 0 || PaddingLeft != 0 || ReachHeight > InputHeight || ReachWidth > InputWidth;

    /// <summary>The convolution over the input with zeros around it, where there are some.</summary>
    public ConvolutionSizes Framed => !IsPadded ? this : this with { InputHeight = ReachHeight, InputWidth = ReachWidth, PaddingTop = 0, PaddingLeft = 0 };

    /// <summary>Throws where planes would be read by what cannot put them in order.</summary>
    public void CheckOrder()
    {
        bool canRead = Algorithm switch
        {
            ConvolutionAlgorithm.Direct => IsPadded,
            ConvolutionAlgorithm.SpaceToDepth => InputWidth <= SpaceToDepth.LongestRow,
            ConvolutionAlgorithm.Planar => true,
            _ => false,
        };
        if (IsInputPlanar && (!canRead || InputChannels != Interleaving.Planes))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Only a convolution of three channels reads planes: a direct one whose windows leave the input, one across pixels, or one over blocks of pixels in rows of up to {SpaceToDepth.LongestRow}."));
        }
    }

    /// <summary>The numbers of a geometry, with what was chosen for vectors of a width.</summary>
    public static ConvolutionSizes Of<TGeometry>(VectorWidth width)
        where TGeometry : struct, IConvolution
    {
        ConvolutionChoice choice = width switch
        {
            VectorWidth.Bits512 => TGeometry.Choice512,
            VectorWidth.Bits256 => TGeometry.Choice256,
            _ => TGeometry.Choice128,
        };
        return new()
        {
            Algorithm = choice.Algorithm,
            InputChannels = TGeometry.InputChannels,
            InputHeight = TGeometry.InputHeight,
            InputWidth = TGeometry.InputWidth,
            OutputChannels = TGeometry.OutputChannels,
            OutputHeight = TGeometry.OutputHeight,
            OutputWidth = TGeometry.OutputWidth,
            KernelHeight = TGeometry.KernelHeight,
            KernelWidth = TGeometry.KernelWidth,
            StrideHeight = TGeometry.StrideHeight,
            StrideWidth = TGeometry.StrideWidth,
            DilationHeight = TGeometry.DilationHeight,
            DilationWidth = TGeometry.DilationWidth,
            PaddingTop = TGeometry.PaddingTop,
            PaddingLeft = TGeometry.PaddingLeft,
            ReachHeight = TGeometry.ReachHeight,
            ReachWidth = TGeometry.ReachWidth,
            Groups = TGeometry.Groups,
            WinogradTile = choice.WinogradTile,
            TilesAtOnce = choice.TilesAtOnce,
            StrassenLevels = choice.StrassenLevels,
            RowsAtOnce = choice.RowsAtOnce,
            IsInputPlanar = TGeometry.IsInputPlanar,
        };
    }
}
