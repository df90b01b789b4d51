namespace AlexNetGen;

/// <summary>
/// Takes the largest value of each window of each channel. Padding counts as minus infinity, as in every
/// framework; NaN travels.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class MaxPool2dAttribute : Attribute
{
    /// <summary>Rows and columns of the window, of both axes. Must be given.</summary>
    public int Kernel { get; set; }

    /// <summary>Rows and columns of the window, of the height; goes before <see cref="Kernel"/>.</summary>
    public int KernelHeight { get; set; }

    /// <summary>Rows and columns of the window, of the width; goes before <see cref="Kernel"/>.</summary>
    public int KernelWidth { get; set; }

    /// <summary>Step of the window, of both axes. The kernel where left out.</summary>
    public int Stride { get; set; }

    /// <summary>Step of the window, of the height; goes before <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>Step of the window, of the width; goes before <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>Rows and columns of padding on every side. None where left out.</summary>
    public int Padding { get; set; }

    /// <summary>Rows of padding above and below; goes before <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>Columns of padding on the left and on the right; goes before <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Rows of padding above; goes before <see cref="PaddingHeight"/>.</summary>
    public int PaddingTop { get; set; }

    /// <summary>Rows of padding below; goes before <see cref="PaddingHeight"/>.</summary>
    public int PaddingBottom { get; set; }

    /// <summary>Columns of padding on the left; goes before <see cref="PaddingWidth"/>.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Columns of padding on the right; goes before <see cref="PaddingWidth"/>.</summary>
    public int PaddingRight { get; set; }

    /// <summary>Padding computed from the sizes instead of written.</summary>
    public AutoPad AutoPad { get; set; }

    /// <summary>Distance between neighbouring rows and columns of the window, of both axes. 1 where left out.</summary>
    public int Dilation { get; set; }

    /// <summary>Distance between neighbouring rows and columns of the window, of the height; goes before <see cref="Dilation"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>Distance between neighbouring rows and columns of the window, of the width; goes before <see cref="Dilation"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>What becomes of a window that does not end at the padded edge. The network's where left out.</summary>
    public Rounding Rounding { get; set; }
}
