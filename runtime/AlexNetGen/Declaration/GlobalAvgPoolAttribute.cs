namespace AlexNetGen;

/// <summary>The mean of each channel, as channels x 1 x 1 (Lin et al., 2014).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class GlobalAvgPoolAttribute : Attribute;
