namespace AlexNetGen;

/// <summary>The hyperbolic tangent, <c>(exp(2x) - 1) / (exp(2x) + 1)</c>, of each value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class TanhAttribute : Attribute;
