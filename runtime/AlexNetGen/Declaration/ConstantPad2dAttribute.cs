namespace AlexNetGen;

/// <summary>
/// Frames feature maps with a constant: an axis becomes <c>before + input + after</c> (PyTorch). The more specific padding goes before
/// the more general.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ConstantPad2dAttribute : Attribute
{
    /// <summary>Incomplete unless a padding is named: the compiler reports ANG2003.</summary>
    public ConstantPad2dAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="padding">Rows and columns on every side.</param>
    public ConstantPad2dAttribute(int padding)
    {
        Padding = padding;
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="padding">Rows and columns on every side.</param>
    /// <param name="value">What they are filled with.</param>
    public ConstantPad2dAttribute(int padding, double value)
    {
        Padding = padding;
        Value = value;
    }

    /// <summary>Rows and columns on every side.</summary>
    public int Padding { get; set; }

    /// <summary>Rows above and below; goes before <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>Columns on the left and on the right; goes before <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Rows above; goes before <see cref="PaddingHeight"/>.</summary>
    public int PaddingTop { get; set; }

    /// <summary>Rows below; goes before <see cref="PaddingHeight"/>.</summary>
    public int PaddingBottom { get; set; }

    /// <summary>Columns on the left; goes before <see cref="PaddingWidth"/>.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Columns on the right; goes before <see cref="PaddingWidth"/>.</summary>
    public int PaddingRight { get; set; }

    /// <summary>What the padding is filled with. 0 where left out.</summary>
    public double Value { get; set; }
}
