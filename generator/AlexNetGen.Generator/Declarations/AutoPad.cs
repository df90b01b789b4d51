namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.AutoPad</c>.</summary>
internal enum AutoPad
{
    None,
    SameUpper,
    SameLower,
}
