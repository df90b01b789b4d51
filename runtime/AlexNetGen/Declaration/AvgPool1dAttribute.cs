namespace AlexNetGen;

/// <summary>
/// Takes the mean of each window of each channel of a sequence. Whether padding counts in the divisor is the dialect's rule
/// unless <see cref="CountIncludePad"/> is written; what hangs over the padded edge never counts.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AvgPool1dAttribute : Attribute
{
    /// <summary>Positions of the window. Must be given.</summary>
    public int Kernel { get; set; }

    /// <summary>Step of the window. The kernel where left out.</summary>
    public int Stride { get; set; }

    /// <summary>Positions of padding at both ends. None where left out.</summary>
    public int Padding { get; set; }

    /// <summary>Positions of padding at the start; goes before <see cref="Padding"/>.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Positions of padding at the end; goes before <see cref="Padding"/>.</summary>
    public int PaddingRight { get; set; }

    /// <summary>Padding computed from the sizes instead of written.</summary>
    public AutoPad AutoPad { get; set; }

    /// <summary>
    /// Whether padding counts in the divisor. Where left out: yes under PyTorch and Caffe, no under ONNX,
    /// TensorFlow and cuda-convnet.
    /// </summary>
    public bool CountIncludePad { get; set; }

    /// <summary>What becomes of a window that does not end at the padded edge. The network's where left out.</summary>
    public Rounding Rounding { get; set; }
}
