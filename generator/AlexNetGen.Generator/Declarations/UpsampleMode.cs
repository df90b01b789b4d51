namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.UpsampleMode</c>.</summary>
internal enum UpsampleMode
{
    Nearest,
    Bilinear,
}
