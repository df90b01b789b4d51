namespace AlexNetGen.Kernels;

/// <summary>
/// The rows, or the columns, of a transposed convolution: tap k of input line i falls on line i * stride - padding + k * dilation.
/// </summary>
/// <param name="Input">Lines of the input.</param>
/// <param name="Output">Lines of the output.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Lines of the output from one line of the input to the next.</param>
/// <param name="Dilation">Lines between neighbouring taps.</param>
/// <param name="Padding">Lines cut off at the beginning.</param>
internal readonly record struct TransposedAxis(int Input, int Output, int Kernel, int Stride, int Dilation, int Padding)
{
    /// <summary>Taps from one that falls on a line to the next.</summary>
    public int TapStep => Stride / CommonDivisor(Stride, Dilation);

    /// <summary>Input lines from that of one such tap back to the next one's.</summary>
    public int SourceStep => Dilation / CommonDivisor(Stride, Dilation);

    /// <summary>The first line of the output on which no earlier line of the input than this falls last; all of them past the end of the input.</summary>
    public int FirstOf(int source) => source == 0 ? 0 : source == Input ? Output : Math.Clamp((source * Stride) - Padding, 0, Output);

    private static int CommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
