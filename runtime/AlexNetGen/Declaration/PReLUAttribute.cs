namespace AlexNetGen;

/// <summary>
/// The parametric rectified linear unit, <c>x</c> where x is at least 0 and <c>w * x</c> below, with a learned slope for each channel
/// or one for all (He et al., 2015).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class PReLUAttribute : Attribute
{
    /// <summary>Declares the operation.</summary>
    /// <param name="numParameters">The number of slopes: 1, or that of the channels.</param>
    public PReLUAttribute(int numParameters = 1)
    {
        NumParameters = numParameters;
    }

    /// <summary>The number of slopes: 1, or that of the channels.</summary>
    public int NumParameters { get; }

    /// <summary>The prefix of the tensors in the weights file: <c>prefix.weight</c>. The layer's name where left out.</summary>
    public string? Weights { get; set; }
}
