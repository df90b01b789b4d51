namespace AlexNetGen;

/// <summary>
/// Takes the largest value of each window of each channel of a sequence. Padding counts as minus infinity, as in every
/// framework; NaN travels.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class MaxPool1dAttribute : Attribute
{
    /// <summary>Positions of the window. Must be given.</summary>
    public int Kernel { get; set; }

    /// <summary>Step of the window. The kernel where left out.</summary>
    public int Stride { get; set; }

    /// <summary>Positions of padding at both ends. None where left out.</summary>
    public int Padding { get; set; }

    /// <summary>Positions of padding at the start; goes before <see cref="Padding"/>.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Positions of padding at the end; goes before <see cref="Padding"/>.</summary>
    public int PaddingRight { get; set; }

    /// <summary>Padding computed from the sizes instead of written.</summary>
    public AutoPad AutoPad { get; set; }

    /// <summary>Distance between neighbouring positions of the window. 1 where left out.</summary>
    public int Dilation { get; set; }

    /// <summary>What becomes of a window that does not end at the padded edge. The network's where left out.</summary>
    public Rounding Rounding { get; set; }
}
