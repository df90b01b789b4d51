namespace AlexNetGen;

/// <summary>
/// Normalises the features of a vector, or the channels at each point of a feature map (ConvNeXt's LayerNorm2d):
/// <c>(x - mean) / sqrt(variance + Epsilon) * weight + bias</c>, weight and bias for each channel (Ba et al., 2016).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LayerNormAttribute : Attribute
{
    /// <summary>What is added to the variance. 1e-5 where left out.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel is scaled and shifted by learned values. <see langword="true"/> where left out.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>prefix.weight</c> and <c>prefix.bias</c>. The layer's name where
    /// left out.
    /// </summary>
    public string? Weights { get; set; }
}
