namespace AlexNetGen.Kernels;

/// <summary>
/// A row of a convolution in small groups in tiles of seven pixels: those at its ends, whose windows reach into the
/// padding, one by one, and all between them in one call.
/// </summary>
internal readonly struct GroupedRow<TTile> : IGroupedRow
    where TTile : struct, IGroupedTile
{
    /// <inheritdoc/>
    public static void Run(in GroupedOperands operands, int y, int left, int right)
    {
        for (int x = left, tiles; x < right; x += tiles * IGroupedTile.Pixels)
        {
            GroupedWindow window = new(operands.Sizes, y, x, TTile.Stride);
            tiles = window.Columns == GroupedColumns.All ? GroupedWindow.InnerTiles(operands.Sizes, x, right) : 1;

            // Groups of more channels have enough to do at each column of the few tiles at the ends.
            switch (TTile.IsDepthwise || window.Columns == GroupedColumns.All ? window.Columns : GroupedColumns.Some)
            {
                case GroupedColumns.All:
                    TTile.Run<AllColumns>(operands, window, y, x, tiles);
                    break;
                case GroupedColumns.NotFirst:
                    TTile.Run<ColumnsNotFirst>(operands, window, y, x, tiles);
                    break;
                case GroupedColumns.NotLast:
                    TTile.Run<ColumnsNotLast>(operands, window, y, x, tiles);
                    break;
                case GroupedColumns.Inner:
                    TTile.Run<InnerColumns>(operands, window, y, x, tiles);
                    break;
                default:
                    TTile.Run<SomeColumns>(operands, window, y, x, tiles);
                    break;
            }
        }
    }
}
