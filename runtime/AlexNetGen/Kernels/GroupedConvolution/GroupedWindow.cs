namespace AlexNetGen.Kernels;

/// <summary>What a tile of a convolution in small groups reads of the map: the taps and columns that lie in it.</summary>
internal readonly ref struct GroupedWindow
{
    /// <summary>The window of some pixels of a row.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="y">The row of the output.</param>
    /// <param name="x">The first column of the output.</param>
    /// <param name="stride">The convolution's stride across.</param>
    public GroupedWindow(in ConvolutionSizes sizes, int y, int x, int stride)
    {
        int top = (y * sizes.StrideHeight) - sizes.PaddingTop;
        int above = Math.Max(-top, 0), below = Math.Max(sizes.InputHeight - top, 0);
        FirstTap = Math.Min((above + sizes.DilationHeight - 1) / sizes.DilationHeight, sizes.KernelHeight);
        EndTap = Math.Clamp((below + sizes.DilationHeight - 1) / sizes.DilationHeight, FirstTap, sizes.KernelHeight);
        Top = top + (FirstTap * sizes.DilationHeight);
        int left = (x * stride) - sizes.PaddingLeft;
        Left = left;
        Pixels = Math.Min(IGroupedTile.Pixels, sizes.OutputWidth - x);
        FirstColumn = Math.Max(-left, 0);
        EndColumn = Math.Max(Math.Min(sizes.InputWidth - left, ((Pixels - 1) * stride) + sizes.KernelWidth), FirstColumn);
        int half = sizes.KernelWidth / 2, missing = ((IGroupedTile.Pixels - 1) * stride) + sizes.KernelWidth - EndColumn;
        Columns = Pixels < IGroupedTile.Pixels ? GroupedColumns.Some : (FirstColumn == 0 || FirstColumn == half, FirstColumn == 0, missing == 0, missing == half - (stride - 1)) switch
        {
            (false, _, _, _) or (_, _, false, false) => GroupedColumns.Some,
            (_, true, true, _) => GroupedColumns.All,
            (_, false, true, _) => GroupedColumns.NotFirst,
            (_, true, false, _) => GroupedColumns.NotLast,
            _ => GroupedColumns.Inner,
        };
    }

    /// <summary>The first row of the kernel that lies in the map.</summary>
    public int FirstTap { get; }

    /// <summary>The row of the kernel after the last that does.</summary>
    public int EndTap { get; }

    /// <summary>The map's row under <see cref="FirstTap"/>.</summary>
    public nint Top { get; }

    /// <summary>The map's column under the tile's first; negative where that is padding.</summary>
    public nint Left { get; }

    /// <summary>Pixels that lie in the output.</summary>
    public int Pixels { get; }

    /// <summary>The tile's first column that lies in the map.</summary>
    public int FirstColumn { get; }

    /// <summary>The tile's column after the last that does, and that a pixel needs.</summary>
    public int EndColumn { get; }

    /// <summary>Which columns lie in the map, where that is a usual case.</summary>
    public GroupedColumns Columns { get; }

    /// <summary>The tiles from one on, side by side, all columns of which lie in the map.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="x">The first column of the output, of the first tile.</param>
    /// <param name="right">The column of the output after the last.</param>
    public static int InnerTiles(in ConvolutionSizes sizes, int x, int right)
    {
        int last = Math.Min(right, ((sizes.InputWidth + sizes.PaddingLeft - sizes.KernelWidth) / sizes.StrideWidth) + 1);
        return (last - x) / IGroupedTile.Pixels;
    }
}
