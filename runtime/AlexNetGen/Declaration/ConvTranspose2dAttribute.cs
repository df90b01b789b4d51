namespace AlexNetGen;

/// <summary>
/// A transposed convolution, which enlarges feature maps, with weights of shape [input channels, output channels / groups, kernel
/// height, kernel width] (PyTorch). Output length of an axis:
/// <c>(input - 1) * stride - 2 * padding + dilation * (kernel - 1) + output padding + 1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ConvTranspose2dAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of output channels must be given.</summary>
    public ConvTranspose2dAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="outputChannels">The number of output channels.</param>
    public ConvTranspose2dAttribute(int outputChannels)
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

    /// <summary>Step of the output for a step of the input, of both axes. 1 where left out.</summary>
    public int Stride { get; set; }

    /// <summary>Step of the output for a step of the input, of the height; goes before <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>Step of the output for a step of the input, of the width; goes before <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>Rows and columns cut off on every side, of both axes. None where left out.</summary>
    public int Padding { get; set; }

    /// <summary>Rows and columns cut off on every side, of the height; goes before <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>Rows and columns cut off on every side, of the width; goes before <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Rows and columns added below and on the right; smaller than the stride or the dilation, of both axes. None where left out.</summary>
    public int OutputPadding { get; set; }

    /// <summary>Rows and columns added below and on the right; smaller than the stride or the dilation, of the height; goes before <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight { get; set; }

    /// <summary>Rows and columns added below and on the right; smaller than the stride or the dilation, of the width; goes before <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth { get; set; }

    /// <summary>Distance between neighbouring taps of the kernel, of both axes. 1 where left out.</summary>
    public int Dilation { get; set; }

    /// <summary>Distance between neighbouring taps of the kernel, of the height; goes before <see cref="Dilation"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>Distance between neighbouring taps of the kernel, of the width; goes before <see cref="Dilation"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>The number of groups the channels are split into. 1 where left out.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias is added. <see langword="true"/> where left out.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>prefix.weight</c> and <c>prefix.bias</c>. The layer's name where
    /// left out.
    /// </summary>
    public string? Weights { get; set; }
}
