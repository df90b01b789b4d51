namespace AlexNetGen;

/// <summary>Passes on what it reads, as torch.nn.Identity.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class IdentityAttribute : Attribute;
