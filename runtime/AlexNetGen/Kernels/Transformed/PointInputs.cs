using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Which input channels have a weight at a point: all, or neighbours where some of a strided convolution's phases lack a tap.</summary>
/// <param name="Inputs">All input channels.</param>
/// <param name="LastRowFrom">The first that has one at the points of the last row.</param>
/// <param name="LastRowEnd">The end of those that have.</param>
/// <param name="LastColumnEnd">The end of those that have one at the points of the last column, which begin with the first channel of all.</param>
internal readonly record struct PointInputs(int Inputs, int LastRowFrom, int LastRowEnd, int LastColumnEnd)
{
    /// <summary>Every channel has a weight at every point.</summary>
    public static PointInputs All(int inputs) => new(inputs, 0, inputs, inputs);

    /// <summary>The first of the channels that have a weight at a point, and the end of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) At(bool isLastRow, bool isLastColumn) =>
        (isLastRow ? LastRowFrom : 0, isLastColumn ? LastColumnEnd : isLastRow ? LastRowEnd : Inputs);

    /// <summary>The channels that have a weight at the points before one, all together.</summary>
    /// <param name="point">The point.</param>
    /// <param name="points">Which are the points of the last row and column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Before(int point, in PointTiles points)
    {
        // Their corner is before no other.
        int inLastRow = Math.Max(point - points.LastRow, 0), inLastColumn = BitOperations.PopCount(points.LastColumn & ((1UL << point) - 1));
        return ((nint)(point - inLastRow - inLastColumn) * Inputs) + ((nint)inLastRow * (LastRowEnd - LastRowFrom)) + ((nint)inLastColumn * LastColumnEnd);
    }
}
