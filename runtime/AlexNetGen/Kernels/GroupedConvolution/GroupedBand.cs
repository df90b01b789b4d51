namespace AlexNetGen.Kernels;

/// <summary>
/// Some rows of a strip of a convolution in small groups in tiles of seven pixels: those at its ends, whose windows reach into the
/// padding, one by one, and all between them in one call. The last tile of a row begins early enough to end with it; pixels that are
/// computed twice are the same bits.
/// </summary>
internal static class GroupedBand<TTile>
    where TTile : struct, IGroupedTile
{
    /// <summary>Computes them, at the channels that the operands name.</summary>
    /// <param name="operands">The convolution.</param>
    /// <param name="top">The first row of the output.</param>
    /// <param name="bottom">The row after the last.</param>
    /// <param name="left">The first column of the output.</param>
    /// <param name="right">The column after the last.</param>
    public static void Run(in GroupedOperands operands, int top, int bottom, int left, int right)
    {
        for (int phase = left; phase < left + operands.Spacing; phase++)
        {
            Run(operands, top, bottom, phase, right, (right - phase + operands.Spacing - 1) / operands.Spacing);
        }
    }

    // Pixels of a row that lie as far apart as those of a tile.
    private static void Run(in GroupedOperands operands, int top, int bottom, int left, int right, int pixels)
    {
        for (int next = 0, tiles; next < pixels; next += tiles * IGroupedTile.Pixels)
        {
            int first = Math.Max(Math.Min(next, pixels - IGroupedTile.Pixels), 0);
            GroupedWindow window = new(operands.Sizes, operands.Spacing, left + (first * operands.Spacing), right);
            tiles = window.Tiles;
            switch (TTile.KnowsEnds || window.Columns == GroupedColumns.All ? window.Columns : GroupedColumns.Some)
            {
                case GroupedColumns.All:
                    TTile.Run<AllColumns>(operands, window, top, bottom);
                    break;
                case GroupedColumns.NotFirst:
                    TTile.Run<ColumnsNotFirst>(operands, window, top, bottom);
                    break;
                case GroupedColumns.NotLast:
                    TTile.Run<ColumnsNotLast>(operands, window, top, bottom);
                    break;
                case GroupedColumns.Inner:
                    TTile.Run<InnerColumns>(operands, window, top, bottom);
                    break;
                default:
                    TTile.Run<SomeColumns>(operands, window, top, bottom);
                    break;
            }
        }
    }
}
