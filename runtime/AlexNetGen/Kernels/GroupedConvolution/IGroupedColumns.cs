namespace AlexNetGen.Kernels;

/// <summary>
/// Which columns under the seven pixels of a tile lie in the map: as a type, so that the usual cases are compiled without
/// a question at each column.
/// </summary>
internal interface IGroupedColumns
{
    /// <summary>Whether all seven pixels lie in the output.</summary>
    static abstract bool IsWhole { get; }

    /// <summary>Whether a column lies in the map.</summary>
    /// <param name="column">The column, from the first under the first pixel.</param>
    /// <param name="kernel">Columns of the kernel.</param>
    /// <param name="stride">Columns from pixel to pixel.</param>
    /// <param name="from">The first column in the map.</param>
    /// <param name="columns">The number of columns from there on.</param>
    static abstract bool Has(int column, int kernel, int stride, int from, uint columns);
}

/// <summary>The usual cases: a kernel of k columns with a padding of k / 2, over a map whose width is a multiple of the stride.</summary>
internal enum GroupedColumns
{
    /// <summary>Any: asked column by column.</summary>
    Some,

    /// <summary>All columns.</summary>
    All,

    /// <summary>The first k / 2 are padding.</summary>
    NotFirst,

    /// <summary>The last k / 2 - (stride - 1) are padding.</summary>
    NotLast,

    /// <summary>Both are.</summary>
    Inner,
}

/// <summary>Asked column by column.</summary>
internal readonly struct SomeColumns : IGroupedColumns
{
    public static bool IsWhole => false;

    public static bool Has(int column, int kernel, int stride, int from, uint columns) => (uint)(column - from) < columns;
}

/// <summary>All columns lie in the map.</summary>
internal readonly struct AllColumns : IGroupedColumns
{
    public static bool IsWhole => true;

    public static bool Has(int column, int kernel, int stride, int from, uint columns) => true;
}

/// <summary>All but the first.</summary>
internal readonly struct ColumnsNotFirst : IGroupedColumns
{
    public static bool IsWhole => true;

    public static bool Has(int column, int kernel, int stride, int from, uint columns) => column >= kernel / 2;
}

/// <summary>All but the last.</summary>
internal readonly struct ColumnsNotLast : IGroupedColumns
{
    public static bool IsWhole => true;

    public static bool Has(int column, int kernel, int stride, int from, uint columns) =>
        column < ((IGroupedTile.Pixels - 1) * stride) + kernel - ((kernel / 2) - (stride - 1));
}

/// <summary>All but the first and the last.</summary>
internal readonly struct InnerColumns : IGroupedColumns
{
    public static bool IsWhole => true;

    public static bool Has(int column, int kernel, int stride, int from, uint columns) =>
        ColumnsNotFirst.Has(column, kernel, stride, from, columns) && ColumnsNotLast.Has(column, kernel, stride, from, columns);
}
