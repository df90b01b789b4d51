namespace AlexNetGen;

/// <summary>How <see cref="UpsampleAttribute"/> fills the points between those of its input.</summary>
public enum UpsampleMode
{
    /// <summary>With the nearest point of the input, by PyTorch's rule: output i reads input <c>floor(i * step)</c>.</summary>
    Nearest,

    /// <summary>With straight lines between the four points around.</summary>
    Bilinear,
}
