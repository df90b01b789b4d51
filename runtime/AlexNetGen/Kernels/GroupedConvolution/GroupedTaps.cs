namespace AlexNetGen.Kernels;

/// <summary>The rows of the kernel that lie in the map, for a row of the output of a convolution in small groups.</summary>
internal readonly ref struct GroupedTaps
{
    /// <summary>Those of a row.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="y">The row of the output.</param>
    public GroupedTaps(in ConvolutionSizes sizes, int y)
    {
        int top = (y * sizes.StrideHeight) - sizes.PaddingTop, above = Math.Max(-top, 0), below = Math.Max(sizes.InputHeight - top, 0);
        First = Math.Min(Steps(above, sizes.DilationHeight), sizes.KernelHeight);
        End = Math.Clamp(Steps(below, sizes.DilationHeight), First, sizes.KernelHeight);
        Top = top + (First * sizes.DilationHeight);
    }

    /// <summary>The first row of the kernel that lies in the map.</summary>
    public int First { get; }

    /// <summary>The row of the kernel after the last that does.</summary>
    public int End { get; }

    /// <summary>The map's row under the first.</summary>
    public nint Top { get; }

    private static int Steps(int rows, int dilation) => dilation == 1 ? rows : (rows + dilation - 1) / dilation;
}
