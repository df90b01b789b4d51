namespace AlexNetGen.Generator.Operations;

/// <summary>Averages to a given size.</summary>
internal sealed class AdaptiveAvgPool2d() : AdaptivePool2d("AdaptiveAveragePooling");
