namespace AlexNetGen.Generator.Operations;

/// <summary>1 / (1 + exp(-x)).</summary>
internal sealed class Sigmoid() : Elementwise("Sigmoid", "Sigmoid");
