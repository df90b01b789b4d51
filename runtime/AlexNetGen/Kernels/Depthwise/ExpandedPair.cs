namespace AlexNetGen.Kernels;

/// <summary>Which convolutions <see cref="ExpandedDepthwise"/> computes together, and in what room.</summary>
internal static class ExpandedPair
{
    /// <summary>
    /// Floats of the room for the rows of a block of channels, 192 KB of a second-level cache: the more rows at a time, the seldomer
    /// either convolution begins. Of wide maps the room is what the kernel's rows need, up to <see cref="LongestRoom"/>.
    /// </summary>
    public const int RoomLength = 48 * 1024;

    /// <summary>Floats of the room that is taken from the stack at most, 224 KB.</summary>
    public const int LongestRoom = 56 * 1024;

    /// <summary>Floats of a band of the input that all blocks read, 384 KB.</summary>
    public const int BandInput = 96 * 1024;

    // Channels of the widest block.
    private const int WidestBlock = 64;

    // Half a vector of AVX-512.
    private const int Channels = 8;

    // Pixels of the widest tile, which a row must fill.
    private const int FewestColumns = 14;

    /// <summary>Throws unless the convolutions are such a pair.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void Check(in ConvolutionSizes first, in ConvolutionSizes second)
    {
        bool isDirect = first is { Algorithm: ConvolutionAlgorithm.Direct, Groups: 1, DilationWidth: 1 };
        bool follows = second.InputChannels == first.OutputChannels && second.InputHeight == first.OutputHeight && second.InputWidth == first.OutputWidth;
        bool isDepthwise = second.Algorithm == ConvolutionAlgorithm.Depthwise && second.Groups == second.InputChannels
            && (DepthwiseRows<LanesScalar, float, One>.Fits(second) || DepthwiseRows<LanesScalar, float, Two>.Fits(second)
                || DepthwiseRowsOfFive<LanesScalar, float, One>.Fits(second) || DepthwiseRowsOfFive<LanesScalar, float, Two>.Fits(second));
        bool fits = second.InputChannels % Channels == 0 && second.InputWidth >= FewestColumns && LongestRoom / (second.InputWidth * WidestBlock) >= second.KernelHeight;
        if (!isDirect || !follows || !isDepthwise || !fits)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected a convolution that is computed directly and a depthwise convolution of 3x3 or 5x5 that reads its result, of a multiple of 8 channels and rows of 14 to 298 pixels (179 for 5x5); found {first.Algorithm} to {first.OutputChannels} channels of {first.OutputHeight} x {first.OutputWidth} pixels and {second.Algorithm} of {second.KernelHeight}x{second.KernelWidth} over {second.InputChannels} channels of {second.InputHeight} x {second.InputWidth}."));
        }
    }
}
