namespace AlexNetGen.Generator.Operations;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
internal sealed class HardSigmoid() : Elementwise("HardSigmoid", "HardSigmoid");
