namespace AlexNetGen;

/// <summary>
/// The largest values of each channel, down (or up) to a given size. Window i of an axis covers the rows
/// <c>floor(i * input / output)</c> to <c>ceil((i + 1) * input / output)</c>; windows may overlap (PyTorch).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AdaptiveMaxPool2dAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the size of the output must be given.</summary>
    public AdaptiveMaxPool2dAttribute()
    {
    }

    /// <summary>Declares a square output.</summary>
    /// <param name="size">The rows and the columns of the output.</param>
    public AdaptiveMaxPool2dAttribute(int size)
        : this(size, size)
    {
    }

    /// <summary>Declares the output's size.</summary>
    /// <param name="height">The rows of the output.</param>
    /// <param name="width">The columns of the output.</param>
    public AdaptiveMaxPool2dAttribute(int height, int width)
    {
        Height = height;
        Width = width;
    }

    /// <summary>The rows of the output.</summary>
    public int Height { get; }

    /// <summary>The columns of the output.</summary>
    public int Width { get; }
}
