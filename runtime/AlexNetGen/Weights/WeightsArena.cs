using AlexNetGen.Kernels;

namespace AlexNetGen.Weights;

/// <summary>
/// Memory for the weights of one network, taken in large pieces, so that weights of any size lie in large pages. What
/// of a piece is not used is never touched, and so costs nothing. A piece is freed when no weights in it are left.
/// </summary>
internal sealed class WeightsArena
{
    private const int PieceFloats = 8 * LargePages.Floats;

    private AlignedArray _piece;
    private AlignedArray _temporary;
    private int _used;

    /// <summary>Takes memory, all zeros.</summary>
    /// <param name="length">The number of floats.</param>
    public AlignedArray Take(int length)
    {
        if (length > PieceFloats / 2)
        {
            return new AlignedArray(length);
        }

        if (length > _piece.Length - _used)
        {
            _piece = new AlignedArray(PieceFloats);
            _used = 0;
        }

        AlignedArray taken = _piece.Slice(_used, length);
        _used = Math.Min(_piece.Length, _used + ((length + AlignedArray.LineFloats - 1) / AlignedArray.LineFloats * AlignedArray.LineFloats));
        return taken;
    }

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
}
