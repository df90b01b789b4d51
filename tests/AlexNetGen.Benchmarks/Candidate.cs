namespace AlexNetGen.Benchmarks;

/// <summary>One side of a comparison: a forward pass of some images, whose buffers it owns.</summary>
/// <param name="Run">Computes the outputs from the images given when the candidate was made.</param>
/// <param name="Outputs">The outputs, in PyTorch's order.</param>
/// <param name="Owned">What to dispose of at the end.</param>
internal sealed record Candidate(Action Run, float[] Outputs, IDisposable Owned) : IDisposable
{
    /// <summary>The seed of both sides' weights.</summary>
    public const int Seed = 1;

    /// <summary>Images that are not alike.</summary>
    public static float[] Images(NetworkDescription network, int count)
    {
        int length = (int)network.Input.Length;
        float[] images = new float[count * length];
        for (int i = 0; i < count; i++)
        {
            UniformGenerator.Fill("input", seed: 7 + i, bound: 1, images.AsSpan(i * length, length));
        }

        return images;
    }

    public void Dispose() => Owned.Dispose();
}
