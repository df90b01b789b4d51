namespace AlexNetGen.Generator.Checking;

/// <summary>A window whose rounding is not accepted, still to be explained.</summary>
/// <param name="Layer">The number of the layer.</param>
/// <param name="Operation">The number of the operation in it.</param>
/// <param name="Height">The rows.</param>
/// <param name="Width">The columns.</param>
/// <param name="Rule">The rounding that does not accept one of them.</param>
internal sealed record WindowFailure(int Layer, int Operation, Window Height, Window Width, WindowRule Rule);
