namespace AlexNetGen;

/// <summary>One output of a network.</summary>
/// <param name="Name">The name of its layer.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Offset">Where it begins where all outputs lie after each other, in values.</param>
public sealed record OutputDescription(string Name, TensorShape Shape, int Offset);
