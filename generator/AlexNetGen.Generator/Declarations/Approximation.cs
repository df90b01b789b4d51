namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.Approximation</c>.</summary>
internal enum Approximation
{
    None,
    Tanh,
}
