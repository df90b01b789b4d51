namespace AlexNetGen;

/// <summary>
/// The scaled exponential linear unit, <c>s * x</c> where x is at least 0 and <c>s * a * (exp(x) - 1)</c> below, with
/// s = 1.0507 and a = 1.6733 (Klambauer et al., 2017).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SELUAttribute : Attribute;
