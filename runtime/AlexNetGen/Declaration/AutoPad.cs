namespace AlexNetGen;

/// <summary>
/// Padding computed from the sizes so that the output length is <c>ceil(input / stride)</c>, as TensorFlow's
/// <c>SAME</c> and ONNX's <c>auto_pad</c> do. The whole padding of an axis is
/// <c>max((output - 1) * stride + kernel - input, 0)</c>.
/// </summary>
public enum AutoPad
{
    /// <summary>The padding is what is written.</summary>
    None,

    /// <summary>An odd row or column is added after (TensorFlow's SAME).</summary>
    SameUpper,

    /// <summary>An odd row or column is added before.</summary>
    SameLower,
}
