namespace AlexNetGen;

/// <summary>The leaky rectified linear unit, <c>x</c> where x is at least 0 and <c>NegativeSlope * x</c> below (Maas et al., 2013).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LeakyReLUAttribute : Attribute
{
    /// <summary>Declares the operation.</summary>
    /// <param name="negativeSlope">What negative values are multiplied by.</param>
    public LeakyReLUAttribute(double negativeSlope = 0.01)
    {
        NegativeSlope = negativeSlope;
    }

    /// <summary>What negative values are multiplied by.</summary>
    public double NegativeSlope { get; }
}
