namespace AlexNetGen.Generator.Operations;

/// <summary>An exponential linear unit with the constants of Klambauer et al., 2017.</summary>
internal sealed class SELU() : Elementwise("ScaledExponentialLinear");
