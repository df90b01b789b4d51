namespace AlexNetGen.Kernels;

/// <summary>Computes tiles of seven neighbouring pixels of a row of a convolution in small groups.</summary>
internal interface IGroupedTile
{
    /// <summary>Pixels of a tile.</summary>
    const int Pixels = 7;

    /// <summary>
    /// Whether it is compiled for each of the usual cases at the ends of a row: of maps of 7 or 14 columns all tiles are there, and one that
    /// asks at every column takes up to three quarters longer.
    /// </summary>
    static abstract bool KnowsEnds { get; }

    /// <summary>Computes neighbouring tiles of some rows, at the channels that the operands name.</summary>
    /// <typeparam name="TColumns">The columns under each of them that lie in the map.</typeparam>
    /// <param name="operands">The convolution.</param>
    /// <param name="window">The tiles.</param>
    /// <param name="top">The first row of the output.</param>
    /// <param name="bottom">The row after the last.</param>
    static abstract void Run<TColumns>(in GroupedOperands operands, in GroupedWindow window, int top, int bottom)
        where TColumns : struct, IGroupedColumns;
}
