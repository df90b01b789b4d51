namespace AlexNetGen;

/// <summary>
/// Declares the class as a network: its <c>static partial</c> properties of type <see cref="Layer"/> are its
/// layers, in source order, and the last one is its output. The compiler checks every shape, and the forward
/// pass is generated.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the shape of one input must be given.</summary>
    public NetworkAttribute()
    {
    }

    /// <summary>A network over vectors.</summary>
    /// <param name="features">The number of values of one input.</param>
    public NetworkAttribute(int features)
    {
        Shape = [features];
    }

    /// <summary>A network over sequences: signals, or series of values.</summary>
    /// <param name="channels">The number of channels of one input: 2 for stereo sound.</param>
    /// <param name="length">The positions of one input.</param>
    public NetworkAttribute(int channels, int length)
    {
        Shape = [channels, length];
    }

    /// <summary>A network over images, or over feature maps.</summary>
    /// <param name="channels">The number of channels of one input: 3 for a colour image.</param>
    /// <param name="height">The rows of one input.</param>
    /// <param name="width">The columns of one input.</param>
    public NetworkAttribute(int channels, int height, int width)
    {
        Shape = [channels, height, width];
    }

    /// <summary>The shape of one input: channels, height and width, channels and length, or features. Empty where left out.</summary>
    public IReadOnlyList<int> Shape { get; } = [];

    /// <summary>
    /// What becomes, in every layer that does not say otherwise, of a window that does not end at the padded
    /// edge. The dialect's where left out.
    /// </summary>
    public Rounding Rounding { get; set; }

    /// <summary>The framework whose rules the network follows.</summary>
    public Dialect Dialect { get; set; }

    /// <summary>Which algorithms the convolutions may be computed by.</summary>
    public ConvolutionAlgorithms Convolutions { get; set; }
}
