namespace AlexNetGen.Kernels;

/// <summary>
/// What is fetched into the second-level cache while a block of weights is multiplied: some lines with every input channel. And how far
/// ahead weights that are made of parts are fetched into the first.
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

    /// <summary>Floats from the parts of a weight to those that are fetched into the first-level cache with them; 0 for none.</summary>
    public nint Soon { get; init; }

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

    /// <summary>The part of a block of <see cref="HalfwayPoints"/> that is fetched at one of the points of its row: all of it at all of them.</summary>
    /// <param name="block">The block.</param>
    /// <param name="lanes">Its lanes.</param>
    /// <param name="points">The points of a row.</param>
    /// <param name="point">The point.</param>
    /// <param name="soon">Floats from the parts of a weight to those that are fetched into the first-level cache.</param>
    public static WeightsAhead AtPoint(float* block, int lanes, int points, int point, nint soon) => new()
    {
        Next = block + (point * Line),
        Step = HalfwayFilter.Taps * lanes,
        Apart = (nint)points * Line,
        Lines = ((HalfwayFilter.Taps * lanes / Line) - point + points - 1) / points,
        Soon = soon,
    };
}
