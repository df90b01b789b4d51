using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Which tiles have a value at a point: all, or neighbours where some of Winograd's are shorter.</summary>
internal readonly record struct PointTiles
{
    /// <summary>All tiles.</summary>
    public required int Tiles { get; init; }

    /// <summary>The points of the last column, a bit for each.</summary>
    public ulong LastColumn { get; init; }

    /// <summary>The first point of the last row.</summary>
    public int LastRow { get; init; } = int.MaxValue;

    /// <summary>The first tile that has a value at the points of the last column.</summary>
    public int WholeFrom { get; init; }

    /// <summary>The end of the tiles that have a value at the points of the last row, which begin with the first tile of all.</summary>
    public int LowFrom { get; init; }

    /// <summary>The end of the tiles that have a value at the points of the last column.</summary>
    public int CornerFrom { get; init; }

    /// <summary>Every tile has a value at every point.</summary>
    public PointTiles()
    {
    }

    /// <summary>Whether a point is in the last row.</summary>
    public bool IsLastRow(int point) => point >= LastRow;

    /// <summary>Whether a point is in the last column.</summary>
    public bool IsLastColumn(int point) => ((LastColumn >> point) & 1) != 0;

    /// <summary>The first of the tiles that have a value at a point, and the end of them.</summary>
    /// <remarks>Asked at every point of every batch: no division.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) At(int point)
    {
        bool isLastColumn = IsLastColumn(point);
        return (isLastColumn ? WholeFrom : 0, IsLastRow(point) ? LowFrom : isLastColumn ? CornerFrom : Tiles);
    }
}
