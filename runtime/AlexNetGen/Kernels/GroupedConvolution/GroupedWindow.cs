namespace AlexNetGen.Kernels;

/// <summary>What neighbouring tiles of a convolution in small groups compute, and the columns of the map that they read.</summary>
internal readonly ref struct GroupedWindow
{
    /// <summary>The tiles from a pixel on that read such columns.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="spacing">Columns of the output from one pixel of a tile to the next.</param>
    /// <param name="x">The first column of the output.</param>
    /// <param name="right">The column after the last that may be computed.</param>
    public GroupedWindow(in ConvolutionSizes sizes, int spacing, int x, int right)
    {
        int dilation = sizes.DilationWidth, across = sizes.StrideWidth * spacing, left = (x * sizes.StrideWidth) - sizes.PaddingLeft;
        int reach = ((IGroupedTile.Pixels - 1) * across) + ((sizes.KernelWidth - 1) * dilation) + 1;
        X = x;
        Left = left;
        Pixels = Math.Min(IGroupedTile.Pixels, Share(right - x, spacing));
        Tiles = 1;
        int stride = across / dilation, whole = ((IGroupedTile.Pixels - 1) * stride) + sizes.KernelWidth;
        FirstColumn = Share(Math.Max(-left, 0), dilation);
        EndColumn = Math.Max(Math.Min(Share(Math.Max(sizes.InputWidth - left, 0), dilation), whole - ((IGroupedTile.Pixels - Pixels) * stride)), FirstColumn);
        if (Pixels < IGroupedTile.Pixels)
        {
            Columns = GroupedColumns.Some;
        }
        else if (left >= 0 && left + reach <= sizes.InputWidth)
        {
            Columns = GroupedColumns.All;
            int pixels = IGroupedTile.Pixels * spacing;
            Tiles = Math.Min((sizes.InputWidth - left - reach) / (pixels * sizes.StrideWidth), (Share(right - x, spacing) / IGroupedTile.Pixels) - 1) + 1;
        }
        else
        {
            int half = sizes.KernelWidth / 2, missing = whole - EndColumn, last = half - (stride - 1);
            Columns = (FirstColumn, missing == last) switch
            {
                (0, true) => GroupedColumns.NotLast,
                (_, true) when FirstColumn == half => GroupedColumns.Inner,
                _ when FirstColumn == half && missing == 0 => GroupedColumns.NotFirst,
                _ => GroupedColumns.Some,
            };
        }
    }

    /// <summary>The first column of the output.</summary>
    public int X { get; }

    /// <summary>The map's column under the first tile's first; negative where that is padding.</summary>
    public nint Left { get; }

    /// <summary>Pixels of the last tile that are to be computed.</summary>
    public int Pixels { get; }

    /// <summary>The number of tiles.</summary>
    public int Tiles { get; }

    /// <summary>The tile's first column that lies in the map.</summary>
    public int FirstColumn { get; }

    /// <summary>The tile's column after the last that does, and that a pixel needs.</summary>
    public int EndColumn { get; }

    /// <summary>Which columns lie in the map, where that is a usual case.</summary>
    public GroupedColumns Columns { get; }

    private static int Share(int whole, int parts) => parts == 1 ? whole : (whole + parts - 1) / parts;
}
