namespace AlexNetGen;

/// <summary>The exponential linear unit, <c>x</c> where x is at least 0 and <c>Alpha * (exp(x) - 1)</c> below (Clevert et al., 2016).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ELUAttribute : Attribute
{
    /// <summary>Declares the operation.</summary>
    /// <param name="alpha">Minus the value far below 0.</param>
    public ELUAttribute(double alpha = 1)
    {
        Alpha = alpha;
    }

    /// <summary>Minus the value far below 0.</summary>
    public double Alpha { get; }
}
