namespace AlexNetGen;

/// <summary>
/// Normalises groups of channels, each over all points: <c>(x - mean) / sqrt(variance + Epsilon) * weight + bias</c>, weight and bias
/// for each channel (Wu and He, 2018).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class GroupNormAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of groups must be given.</summary>
    public GroupNormAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="groups">The number of groups; divides the channels.</param>
    public GroupNormAttribute(int groups)
    {
        Groups = groups;
    }

    /// <summary>The number of groups; divides the channels.</summary>
    public int Groups { get; }

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
