namespace AlexNetGen;

/// <summary>The rectified linear unit, <c>max(x, 0)</c>; NaN travels.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReLUAttribute : Attribute;
