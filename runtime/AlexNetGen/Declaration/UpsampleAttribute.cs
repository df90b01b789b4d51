namespace AlexNetGen;

/// <summary>
/// Enlarges feature maps, by a factor or to a size (PyTorch's Upsample). Output length of an axis: <c>floor(input * ScaleFactor)</c>,
/// or what is written. One of the two must be given, for each axis.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class UpsampleAttribute : Attribute
{
    /// <summary>What rows and columns are multiplied by.</summary>
    public double ScaleFactor { get; set; }

    /// <summary>What the rows are multiplied by; goes before <see cref="ScaleFactor"/>.</summary>
    public double ScaleFactorHeight { get; set; }

    /// <summary>What the columns are multiplied by; goes before <see cref="ScaleFactor"/>.</summary>
    public double ScaleFactorWidth { get; set; }

    /// <summary>The rows and the columns of the output.</summary>
    public int Size { get; set; }

    /// <summary>The rows of the output; goes before <see cref="Size"/>.</summary>
    public int Height { get; set; }

    /// <summary>The columns of the output; goes before <see cref="Size"/>.</summary>
    public int Width { get; set; }

    /// <summary>How the points between are filled. <see cref="UpsampleMode.Nearest"/> where left out.</summary>
    public UpsampleMode Mode { get; set; }

    /// <summary>
    /// For <see cref="UpsampleMode.Bilinear"/>: whether the outermost points of input and output are the same points,
    /// rather than their outermost edges. <see langword="false"/> where left out.
    /// </summary>
    public bool AlignCorners { get; set; }
}
