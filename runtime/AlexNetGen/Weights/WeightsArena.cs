using AlexNetGen.Kernels;

namespace AlexNetGen.Weights;

/// <summary>
/// Memory for the weights of one network, taken in large pieces, so that weights of any size lie in large pages, and a layer's
/// behind those of the one before. What of a piece is not used is never touched, and so costs nothing. A piece is freed when no
/// weights in it are left.
/// </summary>
/// <param name="total">The floats of the network's tensors: small networks take small pieces.</param>
internal sealed class WeightsArena(long total)
{
    private const int LargestPiece = 8 * LargePages.Floats;

    // Transformed weights take several times the memory of their tensors.
    private readonly int _pieceLength = (int)Math.Min(LargestPiece, 2 * total);

    private AlignedArray _piece;
    private AlignedArray _temporary;
    private int _used;

    /// <summary>Takes memory of any content: from an arena, or by itself where there is none.</summary>
    /// <param name="arena">The arena, or null.</param>
    /// <param name="length">The number of floats.</param>
    public static AlignedArray Take(WeightsArena? arena, int length) => arena is null ? new AlignedArray(length, isZeroed: false) : arena.Take(length);

    /// <summary>Memory of any content, until the next call.</summary>
    /// <param name="length">The number of floats.</param>
    public Span<float> Lend(int length)
    {
        if (length > _temporary.Length)
        {
            _temporary = new AlignedArray(length, isZeroed: false);
        }

        return _temporary.Span[..length];
    }

    private AlignedArray Take(int length)
    {
        if (length > _pieceLength / 2)
        {
            return new AlignedArray(length, isZeroed: false);
        }

        if (length > _piece.Length - _used)
        {
            _piece = new AlignedArray(_pieceLength, isZeroed: false);
            _used = 0;
        }

        AlignedArray taken = _piece.Slice(_used, length);
        _used = Math.Min(_piece.Length, _used + ((length + AlignedArray.LineFloats - 1) / AlignedArray.LineFloats * AlignedArray.LineFloats));
        return taken;
    }
}
