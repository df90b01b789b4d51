namespace AlexNetGen;

/// <summary>
/// Normalises each channel over all points: <c>(x - mean) / sqrt(variance + Epsilon)</c>, with the mean and variance of the image itself
/// (Ulyanov et al., 2016).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class InstanceNorm2dAttribute : Attribute
{
    /// <summary>What is added to the variance. 1e-5 where left out.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel is scaled and shifted by learned values. <see langword="false"/> where left out.</summary>
    public bool Affine { get; set; }

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>prefix.weight</c> and <c>prefix.bias</c>. The layer's name where
    /// left out.
    /// </summary>
    public string? Weights { get; set; }
}
