namespace AlexNetGen;

/// <summary>
/// The Gaussian error linear unit, <c>x / 2 * (1 + erf(x / sqrt(2)))</c> (Hendrycks and Gimpel, 2016), or its approximation by
/// a tanh, <c>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class GELUAttribute : Attribute
{
    /// <summary>Declares the operation.</summary>
    /// <param name="approximate">Whether the error function is computed, as in PyTorch by default, or approximated.</param>
    public GELUAttribute(Approximation approximate = Approximation.None)
    {
        Approximate = approximate;
    }

    /// <summary>Whether the error function is computed, as in PyTorch by default, or approximated.</summary>
    public Approximation Approximate { get; }
}
