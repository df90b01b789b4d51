namespace AlexNetGen;

/// <summary>
/// What one value of a layer sees of the network's input, padding not subtracted (Araujo et al., 2019).
/// </summary>
/// <param name="Height">Rows of the input that one value depends on.</param>
/// <param name="Width">Columns of the input that one value depends on.</param>
/// <param name="JumpHeight">Rows of the input between neighbouring values.</param>
/// <param name="JumpWidth">Columns of the input between neighbouring values.</param>
public readonly record struct ReceptiveField(long Height, long Width, long JumpHeight, long JumpWidth);
