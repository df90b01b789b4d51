namespace AlexNetGen.Generator.Operations;

/// <summary>Frames feature maps with zeros.</summary>
internal sealed class ZeroPad2d : Padding2d;
