namespace AlexNetGen;

/// <summary>
/// The framework whose rules a network follows where it does not say otherwise: the rounding of
/// output lengths, the divisor of average pools, and the scale of local response normalisation.
/// </summary>
public enum Dialect
{
    /// <summary>
    /// PyTorch. Rounding <see cref="Rounding.Fit"/>; pool padding at most half the kernel; average pools count
    /// padding; local response normalisation divides alpha by its size.
    /// </summary>
    PyTorch,

    /// <summary>
    /// Caffe. Convolutions <see cref="Rounding.Fit"/>, pools <see cref="Rounding.Ceil"/>, clipped only where
    /// there is padding; average pools count padding; local response normalisation divides alpha by its size.
    /// </summary>
    Caffe,

    /// <summary>
    /// ONNX. Rounding <see cref="Rounding.Fit"/>; average pools leave padding out; local response
    /// normalisation divides alpha by its size.
    /// </summary>
    Onnx,

    /// <summary>
    /// TensorFlow. Rounding <see cref="Rounding.Fit"/>; average pools leave padding out; local response
    /// normalisation does not divide alpha.
    /// </summary>
    TensorFlow,

    /// <summary>
    /// cuda-convnet and cuda-convnet2, the code of the 2012 AlexNet paper. Convolutions and pools round up
    /// (<see cref="Rounding.Ceil"/>); average pools leave padding out; local response normalisation divides
    /// alpha by its size.
    /// </summary>
    CudaConvnet,
}
