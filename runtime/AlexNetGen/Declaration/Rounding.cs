namespace AlexNetGen;

/// <summary>
/// What becomes of a window that does not end at the padded edge: of an output length
/// <c>(input + padding - kernel) / stride + 1</c> that is not a whole number.
/// </summary>
public enum Rounding
{
    /// <summary>
    /// Rounds down where nothing but padding, or rows skipped by design, is dropped; an error where
    /// rows or columns of the input would never be read. The default, except where the
    /// <see cref="Dialect"/> rounds up.
    /// </summary>
    Fit,

    /// <summary>Only whole numbers are accepted.</summary>
    Exact,

    /// <summary>Rounds down, whatever is lost, as PyTorch, ONNX and Caffe's convolutions do.</summary>
    Floor,

    /// <summary>Rounds up: the last window hangs over the edge, as in Caffe's pools and in cuda-convnet.</summary>
    Ceil,
}
