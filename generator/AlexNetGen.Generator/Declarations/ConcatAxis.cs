namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.ConcatAxis</c>, which count the dimensions of a feature map.</summary>
internal enum ConcatAxis
{
    Channels,
    Height,
    Width,
}
