namespace AlexNetGen;

/// <summary><c>min(max(x + 3, 0), 6) / 6</c>, of MobileNetV3 (Howard et al., 2019), as PyTorch defines it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class HardSigmoidAttribute : Attribute;
