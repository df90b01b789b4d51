namespace AlexNetGen;

/// <summary>
/// Dropout: the identity at inference, as in every modern framework; kept in the declaration because it is in
/// the table (Hinton et al., 2012).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class DropoutAttribute : Attribute
{
    /// <summary>Declares the operation.</summary>
    /// <param name="p">The share of values dropped in training; at least 0, below 1.</param>
    public DropoutAttribute(double p = 0.5)
    {
        P = p;
    }

    /// <summary>The share of values dropped in training.</summary>
    public double P { get; }
}
