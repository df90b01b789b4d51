namespace AlexNetGen.Samples;

/// <summary>A handwritten digit.</summary>
/// <param name="Truth">What its writer meant.</param>
/// <param name="Pixels">20x20 grey values, 0 (paper) to 1 (ink), row by row: the input of <see cref="DigitNet"/>.</param>
public sealed record Digit(int Truth, float[] Pixels);
