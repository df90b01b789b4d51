namespace AlexNetGen;

/// <summary>
/// Asserts the number of learned values of a layer, or of the whole network, as PyTorch's <c>parameters()</c>
/// counts them. The compiler reports ANG1008 where the computed count is another.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ParametersAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the count must be given.</summary>
    public ParametersAttribute()
    {
    }

    /// <summary>States the count.</summary>
    /// <param name="count">The number of learned values.</param>
    public ParametersAttribute(long count)
    {
        Count = count;
    }

    /// <summary>The number of learned values.</summary>
    public long Count { get; }
}
