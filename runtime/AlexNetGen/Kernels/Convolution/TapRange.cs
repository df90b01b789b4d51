namespace AlexNetGen.Kernels;

/// <summary>
/// The taps of a kernel, along one axis, that fall on the input and not on the zeros around it: the others add nothing.
/// <code>
///   0 0 0 x x 0 0 0       two values between three zeros each
///         w w . . .       the first window: two of five taps
///   . . . w w             the last one
/// </code>
/// </summary>
/// <param name="First">The first of them.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct TapRange(int First, int End)
{
    /// <summary>The number of taps.</summary>
    public int Count => End - First;

    /// <summary>The kernel's rows that reach the input from some rows of the output.</summary>
    public static TapRange OfRows(in ConvolutionSizes sizes, int firstRow, int lastRow) => sizes.IsPadded
        ? Of(sizes.InputHeight, sizes.KernelHeight, sizes.DilationHeight, sizes.PaddingTop - (firstRow * sizes.StrideHeight), sizes.PaddingTop - (lastRow * sizes.StrideHeight))
        : new(0, sizes.KernelHeight);

    /// <summary>The kernel's columns that reach the input from any column of the output.</summary>
    public static TapRange OfColumns(in ConvolutionSizes sizes) => sizes.IsPadded
        ? Of(sizes.InputWidth, sizes.KernelWidth, sizes.DilationWidth, sizes.PaddingLeft, sizes.PaddingLeft - ((sizes.OutputWidth - 1) * sizes.StrideWidth))
        : new(0, sizes.KernelWidth);

    // The windows begin between so many values before the input's first; negative numbers are after it.
    private static TapRange Of(int input, int kernel, int dilation, int mostBefore, int leastBefore)
    {
        if (mostBefore <= 0 && (dilation * (kernel - 1)) - leastBefore < input)
        {
            return new(0, kernel);
        }

        int first = (Math.Max(leastBefore, 0) + dilation - 1) / dilation;
        int end = Math.Min(input + mostBefore <= 0 ? 0 : ((input + mostBefore - 1) / dilation) + 1, kernel);
        return new(first, Math.Max(first, end));
    }
}
