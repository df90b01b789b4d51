namespace AlexNetGen.Generator.Operations;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class Tanh() : Elementwise("HyperbolicTangent", "Tanh");
