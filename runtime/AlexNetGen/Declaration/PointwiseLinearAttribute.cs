namespace AlexNetGen;

/// <summary>
/// A fully connected layer over the channels of each point of a feature map: <c>torch.nn.Linear</c> where channels are
/// last, as in ConvNeXt. It computes what a <see cref="Conv2dAttribute"/> of kernel 1 computes, with weights of shape
/// [output channels, input channels].
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class PointwiseLinearAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of output channels must be given.</summary>
    public PointwiseLinearAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="outputChannels">The number of output channels.</param>
    public PointwiseLinearAttribute(int outputChannels)
    {
        OutputChannels = outputChannels;
    }

    /// <summary>The number of output channels.</summary>
    public int OutputChannels { get; }

    /// <summary>Whether a bias is added. <see langword="true"/> where left out.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>"features.1.0.block.3"</c> reads
    /// <c>features.1.0.block.3.weight</c> and <c>features.1.0.block.3.bias</c>. The layer's name where left out.
    /// </summary>
    public string? Weights { get; set; }
}
