namespace AlexNetGen;

/// <summary>The logistic function, <c>1 / (1 + exp(-x))</c>, of each value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SigmoidAttribute : Attribute;
