namespace AlexNetGen.Kernels;

/// <summary>How passes over values are cut for several threads.</summary>
internal static class ElementwiseWork
{
    /// <summary>Values of a chunk: 32 KB, enough to be worth claiming, and a whole number of vectors.</summary>
    public const int ChunkLength = 8192;
}
