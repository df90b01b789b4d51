namespace AlexNetGen.Weights;

/// <summary>The tensor data of a file, read in any order.</summary>
internal abstract class WeightsBytes : IDisposable
{
    /// <summary>Fills a span with the bytes from a position on.</summary>
    /// <exception cref="WeightsException">They are not all there any more.</exception>
    public abstract void Read(long position, Span<byte> destination);

    public abstract void Dispose();
}
