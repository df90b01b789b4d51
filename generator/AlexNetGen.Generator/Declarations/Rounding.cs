namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.Rounding</c>.</summary>
internal enum Rounding
{
    Fit,
    Exact,
    Floor,
    Ceil,
}
