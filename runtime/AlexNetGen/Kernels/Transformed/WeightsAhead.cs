namespace AlexNetGen.Kernels;

/// <summary>
/// What is fetched into the second-level cache while a block of weights is multiplied: some lines with every input channel.
/// </summary>
internal readonly unsafe struct WeightsAhead
{
    private const int Line = 16;

    // A block of fewer input channels is over before memory has answered: the one after the next is fetched.
    private const int ShortBlock = 128;

    /// <summary>The first line.</summary>
    public required float* Next { get; init; }

    /// <summary>Floats from one input channel's lines to the next one's.</summary>
    public required int Step { get; init; }

    /// <summary>Floats from one line to the next.</summary>
    public required nint Apart { get; init; }

    /// <summary>Lines with every input channel.</summary>
    public required int Lines { get; init; }

    /// <summary>
    /// A block after this one, in as many streams as an input channel's weights have lines, since memory serves several streams faster
    /// than one.
    /// </summary>
    /// <param name="weight">This block.</param>
    /// <param name="lanes">Its lanes.</param>
    /// <param name="inputs">Its input channels.</param>
    public static WeightsAhead Of(float* weight, int lanes, int inputs)
    {
        // A division would take as long as some rows of the tile.
        int lines = (lanes + Line - 1) / Line, step = lanes == lines * Line ? Line : lanes / lines;
        return new()
        {
            Next = weight + ((inputs < ShortBlock ? 2 : 1) * lanes * inputs),
            Step = step,
            Apart = (nint)step * inputs,
            Lines = lines,
        };
    }
}
