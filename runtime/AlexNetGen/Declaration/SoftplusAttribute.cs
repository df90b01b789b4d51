namespace AlexNetGen;

/// <summary><c>log(1 + exp(Beta * x)) / Beta</c>, a smooth max(x, 0); x itself where <c>Beta * x</c> is above the threshold (PyTorch).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SoftplusAttribute : Attribute
{
    /// <summary>Declares the operation.</summary>
    /// <param name="beta">How sharp it bends; above 0.</param>
    /// <param name="threshold">Where <c>Beta * x</c> is above this, the result is x itself.</param>
    public SoftplusAttribute(double beta = 1, double threshold = 20)
    {
        Beta = beta;
        Threshold = threshold;
    }

    /// <summary>How sharp it bends; above 0.</summary>
    public double Beta { get; }

    /// <summary>Where <c>Beta * x</c> is above this, the result is x itself.</summary>
    public double Threshold { get; }
}
