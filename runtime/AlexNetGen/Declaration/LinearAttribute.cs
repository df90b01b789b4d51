namespace AlexNetGen;

/// <summary>
/// A fully connected layer over a vector: <c>y = W x + b</c>, with weights of shape
/// [output features, input features]. After feature maps, <see cref="FlattenAttribute"/> comes first.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LinearAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of output features must be given.</summary>
    public LinearAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="outputFeatures">The number of output features.</param>
    public LinearAttribute(int outputFeatures)
    {
        OutputFeatures = outputFeatures;
    }

    /// <summary>The number of output features.</summary>
    public int OutputFeatures { get; }

    /// <summary>Whether a bias is added. <see langword="true"/> where left out.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>"features.0"</c> reads <c>features.0.weight</c> and
    /// <c>features.0.bias</c>. The layer's name where left out.
    /// </summary>
    public string? Weights { get; set; }
}
