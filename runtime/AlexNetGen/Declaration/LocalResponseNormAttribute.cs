namespace AlexNetGen;

/// <summary>
/// Local response normalisation across channels (Krizhevsky et al., 2012, section 3.3):
/// <c>y_c = x_c / (K + a * sum of x_i^2 over the Size channels around c)^Beta</c>, where a is Alpha / Size in
/// PyTorch, Caffe, ONNX and cuda-convnet, and Alpha itself in TensorFlow and in the paper's formula.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LocalResponseNormAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of channels of the window must be given.</summary>
    public LocalResponseNormAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="size">The number of neighbouring channels in a window; odd.</param>
    public LocalResponseNormAttribute(int size)
    {
        Size = size;
    }

    /// <summary>The number of neighbouring channels in a window; odd.</summary>
    public int Size { get; }

    /// <summary>The weight of the sum of squares.</summary>
    public float Alpha { get; set; } = 1e-4f;

    /// <summary>The exponent.</summary>
    public float Beta { get; set; } = 0.75f;

    /// <summary>The constant term: 1 in the frameworks, 2 in the 2012 paper.</summary>
    public float K { get; set; } = 1f;
}
