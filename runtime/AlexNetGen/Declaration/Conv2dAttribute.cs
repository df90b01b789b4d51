namespace AlexNetGen;

/// <summary>
/// A two-dimensional convolution (cross-correlation, as in every framework) over C x H x W feature maps, with
/// weights of shape [output channels, input channels / groups, kernel height, kernel width].
/// Output length of an axis: <c>(input + padding - (dilation * (kernel - 1) + 1)) / stride + 1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class Conv2dAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of output channels must be given.</summary>
    public Conv2dAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="outputChannels">The number of output channels.</param>
    public Conv2dAttribute(int outputChannels)
    {
        OutputChannels = outputChannels;
    }

    /// <summary>The number of output channels.</summary>
    public int OutputChannels { get; }

    /// <summary>Rows and columns of the kernel, of both axes. Must be given.</summary>
    public int Kernel { get; set; }

    /// <summary>Rows and columns of the kernel, of the height; goes before <see cref="Kernel"/>.</summary>
    public int KernelHeight { get; set; }

    /// <summary>Rows and columns of the kernel, of the width; goes before <see cref="Kernel"/>.</summary>
    public int KernelWidth { get; set; }

    /// <summary>Step of the kernel, of both axes. 1 where left out.</summary>
    public int Stride { get; set; }

    /// <summary>Step of the kernel, of the height; goes before <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>Step of the kernel, of the width; goes before <see cref="Stride"/>.</summary>
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

    /// <summary>Distance between neighbouring taps of the kernel, of both axes. 1 where left out.</summary>
    public int Dilation { get; set; }

    /// <summary>Distance between neighbouring taps of the kernel, of the height; goes before <see cref="Dilation"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>Distance between neighbouring taps of the kernel, of the width; goes before <see cref="Dilation"/>.</summary>
    public int DilationWidth { get; set; }

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
