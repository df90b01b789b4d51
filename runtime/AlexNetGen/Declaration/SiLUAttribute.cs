namespace AlexNetGen;

/// <summary>The sigmoid linear unit or swish, <c>x / (1 + exp(-x))</c> (Elfwing et al., 2018).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SiLUAttribute : Attribute;
