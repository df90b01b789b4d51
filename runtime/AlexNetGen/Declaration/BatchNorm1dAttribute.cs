namespace AlexNetGen;

/// <summary>
/// Batch normalisation at inference (Ioffe and Szegedy, 2015) of a C x L sequence, or of the features of a vector:
/// <c>y = (x - running_mean) / sqrt(running_var + Epsilon) * weight + bias</c>, for each channel or feature.
/// Parameters: 2 x channels; the running statistics are tensors of the weights file, not parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class BatchNorm1dAttribute : Attribute
{
    /// <summary>Added to the variance: 1e-5 in PyTorch, 1e-3 in Keras.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>"bn1"</c> reads <c>bn1.weight</c>, <c>bn1.bias</c>,
    /// <c>bn1.running_mean</c> and <c>bn1.running_var</c>. The layer's name where left out.
    /// </summary>
    public string? Weights { get; set; }
}
