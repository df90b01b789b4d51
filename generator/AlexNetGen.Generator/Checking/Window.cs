namespace AlexNetGen.Generator.Checking;

/// <summary>How the last whole window of an axis meets the padded edge.</summary>
internal enum WindowFit
{
    /// <summary>The last window ends at the padded edge.</summary>
    Exact,

    /// <summary>Rounding down drops nothing but padding.</summary>
    PaddingOnly,

    /// <summary>The dropped window would begin past the last row: the stride skips rows everywhere by design.</summary>
    Subsample,

    /// <summary>Rounding down leaves rows of the input unread.</summary>
    RowsLost,
}

/// <summary>
/// The arithmetic of a sliding window along one axis. The exact output length is
/// <c>(Input + PaddingBefore + PaddingAfter - Reach) / Stride + 1</c>, a rational number.
/// </summary>
internal readonly record struct Window(int Input, int PaddingBefore, int PaddingAfter, int Kernel, int Stride, int Dilation)
{
    /// <summary>Windows of one point each, which leave an axis as it is.</summary>
    public static Window OfPoints(int input) => new(input, 0, 0, 1, 1, 1);

    /// <summary>The rows from a window's first tap to its last.</summary>
    public long Reach => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>The input with its padding.</summary>
    public long Padded => (long)Input + PaddingBefore + PaddingAfter;

    /// <summary>What is left of the stride when the last whole window is placed; 0 where it fits.</summary>
    public long Remainder => (Padded - Reach) - (FloorDivide(Padded - Reach, Stride) * Stride);

    /// <summary>The exact output length.</summary>
    public Quotient Quotient => new(FloorDivide(Padded - Reach, Stride) + 1, Remainder, Stride);

    /// <summary>The output length rounded down.</summary>
    public long Floor => FloorDivide(Padded - Reach, Stride) + 1;

    /// <summary>The output length rounded up, with no rule that clips it.</summary>
    public long Ceil => Remainder == 0 ? Floor : Floor + 1;

    /// <summary>
    /// The real rows that the dropped window would read and no earlier window reads; for no dilation
    /// <c>min(in, max(0, rem - pe - max(0, s - k)))</c>.
    /// </summary>
    public long Lost
    {
        get
        {
            if (Remainder == 0 || Floor < 0)
            {
                return 0;
            }

            // Tap i of the dropped window reads row start + i * d. The window t steps before it reads that row too if
            // t * s is a multiple of d and tap i + t * s / d exists; the nearest such t decides.
            long common = GreatestCommonDivisor(Stride, Dilation);
            long steps = Dilation / common;
            long taps = Stride / common;
            long start = (Floor * Stride) - PaddingBefore;
            long first = start >= 0 ? 0 : ((-start) + Dilation - 1) / Dilation;
            long last = Math.Min(Kernel - 1, FloorDivide(Input - 1 - start, Dilation));
            if (steps <= Floor)
            {
                first = Math.Max(first, Kernel - taps);
            }

            return Math.Max(0, last - first + 1);
        }
    }

    public WindowFit Fit =>
        Remainder == 0 ? WindowFit.Exact
        : Lost > 0 ? WindowFit.RowsLost
        : Remainder <= PaddingAfter ? WindowFit.PaddingOnly
        : WindowFit.Subsample;

    /// <summary>The rows by which the last of so many windows hangs over the padded edge; negative where it ends before it.</summary>
    public long Overhang(long length) => ((length - 1) * Stride) + Reach - Padded;

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
