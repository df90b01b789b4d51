namespace AlexNetGen.Kernels;

/// <summary>
/// The phases of a convolution with a stride s: every s-th pixel from one of the first s x s on is a map of its own, and the
/// kernel's taps on it a kernel of stride 1, so that their sum is one convolution of s^2 times the channels (Yepez and Ko,
/// "Stride 2 1-D, 2-D, and 3-D Winograd for Convolutional Neural Networks", 2020).
/// <code>
///   3 taps, stride 2       phases of the pixels       phases of the kernel
///     k k k                   a b a b a . .             a: k k     b: k -     c: k k     d: k -
///     k k k                   c d c d c . .                k k        k -        - -        - -
///     k k k                   a b a b a . .
/// </code>
/// Where s does not divide the taps, the last phases lack the last tap, which is all that Winograd's points at infinity
/// take: no weight there. The phases are ordered so that those that have some follow each other.
/// <code>
///   order, by (row, column) for s = 2     (1,0) (0,0) (0,1) (1,1)
///   the points of the last column          ---------
///   the points of the last row                   ---------
///   their corner                                 ---
/// </code>
/// </summary>
internal readonly record struct StridePhases
{
    // Rows, and columns, of phases that have every tap.
    private readonly int _whole;

    /// <summary>The phases of a convolution; one where it has no stride.</summary>
    public StridePhases(in ConvolutionSizes sizes)
    {
        Stride = sizes.StrideHeight;
        Taps = (sizes.KernelHeight + Stride - 1) / Stride;
        _whole = sizes.KernelHeight - ((Taps - 1) * Stride);
    }

    /// <summary>Rows, and columns, of phases.</summary>
    public int Stride { get; }

    /// <summary>Taps of a phase that has every one, in each direction.</summary>
    public int Taps { get; }

    /// <summary>The number of phases.</summary>
    public int Count => Stride * Stride;

    // The first phase that has weights at the points of the last row; those of the last column begin with the first of all.
    private int LastRowFrom => (Stride - _whole) * _whole;

    private int LastRowEnd => LastRowFrom + LastColumnEnd;

    private int LastColumnEnd => Stride * _whole;

    /// <summary>Where a phase's pixels begin.</summary>
    /// <param name="number">The phase.</param>
    public (int Row, int Column) this[int number]
    {
        get
        {
            bool isWide = number < LastColumnEnd;
            int columns = isWide ? _whole : Stride - _whole;
            (int row, int column) = int.DivRem(isWide ? number : number - LastColumnEnd, columns);

            // The rows that lack a tap come first where the columns have all, and last where they do not.
            row = isWide ? (row + _whole) % Stride : row;
            return (row, isWide ? column : column + _whole);
        }
    }

    /// <summary>The channels that have weights at the points, of all phases'.</summary>
    public PointInputs AtPoints(int inputs)
    {
        int channels = inputs / Count;
        return new(inputs, LastRowFrom * channels, LastRowEnd * channels, LastColumnEnd * channels);
    }

    /// <summary>Whether a row, or a column, of phases has every tap.</summary>
    public bool IsWhole(int row) => row < _whole;

    /// <summary>The number of a phase.</summary>
    public int NumberOf(int row, int column) => IsWhole(column)
        ? ((row - _whole + Stride) % Stride * _whole) + column
        : LastColumnEnd + (row * (Stride - _whole)) + column - _whole;
}
