namespace AlexNetGen;

/// <summary>
/// Batch normalisation at inference (Ioffe and Szegedy, 2015):
/// <c>y = (x - running_mean) / sqrt(running_var + Epsilon) * weight + bias</c>, for each channel.
/// Parameters: 2 x channels; the running statistics are tensors of the weights file, not parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class BatchNorm2dAttribute : Attribute
{
    /// <summary>Added to the variance: 1e-5 in PyTorch and Caffe, 1e-3 in Keras and in torchvision's GoogLeNet and Inception.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>
    /// The prefix of the tensors in the weights file: <c>"bn1"</c> reads <c>bn1.weight</c>, <c>bn1.bias</c>,
    /// <c>bn1.running_mean</c> and <c>bn1.running_var</c>. The layer's name where left out.
    /// </summary>
    public string? Weights { get; set; }
}
