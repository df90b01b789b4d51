using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Which tiles have a value at a point: neighbours, of which few have none.</summary>
internal readonly record struct PointTiles
{
    /// <summary>All tiles.</summary>
    public required int Tiles { get; init; }

    /// <summary>The points that the first tiles have no value at, a bit for each; their other limit is <see cref="CornerFrom"/>.</summary>
    public ulong LastColumn { get; init; }

    /// <summary>The first of the points that the last tiles have no value at.</summary>
    public int LastRow { get; init; } = int.MaxValue;

    /// <summary>The first tile with a value at the points of the last column.</summary>
    public int WholeFrom { get; init; }

    /// <summary>The first tile without a value at the points of the last row.</summary>
    public int LowFrom { get; init; }

    /// <summary>The first tile after those with a value at the points of the last column.</summary>
    public int CornerFrom { get; init; }

    /// <summary>Every tile has a value at every point.</summary>
    public PointTiles()
    {
    }

    /// <summary>The first of the tiles that have a value at a point, and the end of them.</summary>
    /// <remarks>Asked at every point of every batch: no division.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) At(int point)
    {
        bool isLastColumn = ((LastColumn >> point) & 1) != 0;
        return (isLastColumn ? WholeFrom : 0, point >= LastRow ? LowFrom : isLastColumn ? CornerFrom : Tiles);
    }
}
