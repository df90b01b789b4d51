namespace AlexNetGen.Kernels;

/// <summary>
/// Where a planar convolution has its values. Of the input some rows at a time are planes: those that the windows of
/// <see cref="ConvolutionSizes.RowsAtOnce"/> rows of the output reach, with zeros around them. The packed weight is
/// [input channel][row][column][output channel].
/// </summary>
internal readonly struct PlanarLayout
{
    // Floats: planes a multiple of 2 KB apart would share a few sets of a first-level cache.
    private const int CompetingStep = 512;
    private const int Apart = 16;

    /// <summary>The layout of a convolution of one group and a stride of one.</summary>
    public PlanarLayout(in ConvolutionSizes sizes)
    {
        Row = sizes.ReachWidth;
        int plane = (sizes.RowsAtOnce + ReachBeyond(sizes)) * Row;
        PlaneStep = plane % CompetingStep == 0 ? plane + Apart : plane;
    }

    /// <summary>Floats from one row of a plane to the next: also positions from one row of the output to the next, of which the last are in no window.</summary>
    public int Row { get; }

    /// <summary>Floats from one plane to the next.</summary>
    public int PlaneStep { get; }

    /// <summary>Rows that a window reaches beyond the first.</summary>
    public static int ReachBeyond(in ConvolutionSizes sizes) => (sizes.KernelHeight - 1) * sizes.DilationHeight;

    /// <summary>Floats of the planes, and of what the last tile reads past them.</summary>
    public static int ScratchLength(in ConvolutionSizes sizes) =>
        (sizes.InputChannels * new PlanarLayout(sizes).PlaneStep) + ((sizes.KernelWidth - 1) * sizes.DilationWidth) + PlanarTile.MostPixels;

    /// <summary>Copies between the original and the packed order; an exact permutation.</summary>
    /// <param name="original">[output channel][input channel][row][column].</param>
    /// <param name="packed">The packed order.</param>
    /// <param name="outputs">Channels of the output.</param>
    /// <param name="pack">True to write <paramref name="packed"/>, false to write <paramref name="original"/>.</param>
    public static void Copy(Span<float> original, Span<float> packed, int outputs, bool pack)
    {
        int weights = original.Length / outputs;
        for (int i = 0; i < original.Length; i++)
        {
            (int weight, int output) = Math.DivRem(i, outputs);
            ref float there = ref original[(output * weights) + weight], here = ref packed[i];
            (there, here) = pack ? (there, there) : (here, here);
        }
    }
}
