namespace AlexNetGen.Benchmarks;

/// <summary>One side of a comparison: a forward pass of one image, whose buffers it owns.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Run">Computes the output from the input given when the candidate was made.</param>
/// <param name="Output">The output, in PyTorch's order.</param>
internal sealed record Candidate(string Name, Action Run, float[] Output);
