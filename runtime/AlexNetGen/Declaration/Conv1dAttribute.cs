namespace AlexNetGen;

/// <summary>
/// A convolution (cross-correlation, as in every framework) over C x L sequences, with weights of shape
/// [output channels, input channels / groups, kernel].
/// Output length: <c>(input + padding - (dilation * (kernel - 1) + 1)) / stride + 1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class Conv1dAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of output channels must be given.</summary>
    public Conv1dAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="outputChannels">The number of output channels.</param>
    public Conv1dAttribute(int outputChannels)
    {
        OutputChannels = outputChannels;
    }

    /// <summary>The number of output channels.</summary>
    public int OutputChannels { get; }

    /// <summary>Positions of the kernel. Must be given.</summary>
    public int Kernel { get; set; }

    /// <summary>Step of the kernel. 1 where left out.</summary>
    public int Stride { get; set; }

    /// <summary>Positions of padding at both ends. None where left out.</summary>
    public int Padding { get; set; }

    /// <summary>Positions of padding at the start; goes before <see cref="Padding"/>.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Positions of padding at the end; goes before <see cref="Padding"/>.</summary>
    public int PaddingRight { get; set; }

    /// <summary>Padding computed from the sizes instead of written.</summary>
    public AutoPad AutoPad { get; set; }

    /// <summary>Distance between neighbouring taps of the kernel. 1 where left out.</summary>
    public int Dilation { get; set; }

    /// <summary>
    /// The number of groups the channels are split into; output channels see the input channels of their own
    /// group alone. 1 where left out.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias is added. <see langword="true"/> where left out.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>What becomes of a window that does not end at the padded edge. The network's where left out.</summary>
    public Rounding Rounding { get; set; }

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>"features.0"</c> reads <c>features.0.weight</c> and
    /// <c>features.0.bias</c>. The layer's name where left out.
    /// </summary>
    public string? Weights { get; set; }
}
