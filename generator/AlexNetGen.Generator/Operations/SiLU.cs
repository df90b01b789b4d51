namespace AlexNetGen.Generator.Operations;

/// <summary>x / (1 + exp(-x)).</summary>
internal sealed class SiLU() : Elementwise("SigmoidLinear", "SiLU");
