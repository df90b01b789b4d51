namespace AlexNetGen;

/// <summary>The rectified linear unit clipped at 6, <c>min(max(x, 0), 6)</c>, of the MobileNets (Howard et al., 2017); NaN travels.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReLU6Attribute : Attribute;
