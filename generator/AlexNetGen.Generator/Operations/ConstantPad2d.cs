namespace AlexNetGen.Generator.Operations;

/// <summary>Frames feature maps with a value.</summary>
internal sealed class ConstantPad2d : Padding2d;
