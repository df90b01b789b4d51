namespace AlexNetGen.Generator.Operations;

/// <summary>The largest values, to a given size.</summary>
internal sealed class AdaptiveMaxPool2d() : AdaptivePool2d("AdaptiveMaxPooling");
