namespace AlexNetGen.Kernels;

/// <summary>Computes tiles of seven neighbouring pixels of a row of a convolution in small groups.</summary>
internal interface IGroupedTile
{
    /// <summary>Pixels of a tile.</summary>
    const int Pixels = 7;

    /// <summary>Columns of the input from pixel to pixel.</summary>
    static abstract int Stride { get; }

    /// <summary>Whether a group is one channel.</summary>
    static abstract bool IsDepthwise { get; }

    /// <summary>Computes neighbouring tiles, at the channels that the operands name.</summary>
    /// <typeparam name="TColumns">The columns under each of them that lie in the map.</typeparam>
    /// <param name="operands">The convolution.</param>
    /// <param name="window">What the first of them reads.</param>
    /// <param name="y">The row of the output.</param>
    /// <param name="x">The first column of the output.</param>
    /// <param name="tiles">The number of tiles.</param>
    static abstract void Run<TColumns>(in GroupedOperands operands, in GroupedWindow window, int y, int x, int tiles)
        where TColumns : struct, IGroupedColumns;
}
