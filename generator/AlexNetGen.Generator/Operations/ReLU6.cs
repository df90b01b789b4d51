namespace AlexNetGen.Generator.Operations;

/// <summary>min(max(x, 0), 6).</summary>
internal sealed class ReLU6() : Elementwise("ClippedRectifiedLinear", "ReLU6");
