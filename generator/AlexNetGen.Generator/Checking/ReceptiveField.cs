namespace AlexNetGen.Generator.Checking;

/// <summary>
/// What one value sees of the network's input, and how far apart neighbouring values look (Araujo et al., 2019).
/// </summary>
internal readonly record struct ReceptiveField(long Height, long Width, long JumpHeight, long JumpWidth)
{
    public static ReceptiveField OfInput { get; } = new(1, 1, 1, 1);

    public ReceptiveField Through(Window height, Window width) => new(
        Saturating.Add(Height, Saturating.Multiply(height.Reach - 1, JumpHeight)),
        Saturating.Add(Width, Saturating.Multiply(width.Reach - 1, JumpWidth)),
        Saturating.Multiply(JumpHeight, height.Stride),
        Saturating.Multiply(JumpWidth, width.Stride));
}
