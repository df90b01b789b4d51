namespace AlexNetGen.Generator.Operations;

/// <summary>x * min(max(x + 3, 0), 6) / 6.</summary>
internal sealed class HardSwish() : Elementwise("HardSwish", "HardSwish");
