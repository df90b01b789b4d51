using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Frames a picture of three planes with zeros and interleaves it in one go, where <see cref="ZeroPadding"/> would read what
/// <see cref="FeatureMap"/> has just written.
/// </summary>
internal unsafe struct PlanarFrame : IParallelWork
{
    private ConvolutionSizes _sizes;
    private float* _planes;
    private float* _framed;
    private int _rows;
    private VectorWidth _widest;

    /// <summary>Copies [3][InputHeight][InputWidth] into a zero-framed [ReachHeight][ReachWidth][3].</summary>
    /// <remarks>Input rows and columns that no window reaches are left out.</remarks>
    public static void Copy(in ConvolutionSizes sizes, float* planes, float* framed, Team team)
    {
        // Rows together, so that a thread prepares its vectors once for many.
        int rows = (sizes.ReachHeight + team.Threads - 1) / team.Threads;
        PlanarFrame work = new() { _sizes = sizes, _planes = planes, _framed = framed, _rows = rows, _widest = VectorWidths.Widest };
        team.Run((sizes.ReachHeight + rows - 1) / rows, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int row = _sizes.ReachWidth * Interleaving.Planes, left = Math.Min(_sizes.PaddingLeft, _sizes.ReachWidth);
        int copied = Math.Min(_sizes.InputWidth, _sizes.ReachWidth - left);
        int first = chunk * _rows, end = Math.Min(first + _rows, _sizes.ReachHeight);
        for (int y = first; y < end; y++)
        {
            Span<float> line = new(_framed + ((nint)y * row), row);
            bool inside = (uint)(y - _sizes.PaddingTop) < (uint)_sizes.InputHeight;
            line[..(inside ? left * Interleaving.Planes : row)].Clear();
            line[((left + copied) * Interleaving.Planes)..].Clear();
        }

        int from = Math.Max(first, _sizes.PaddingTop), to = Math.Min(end, _sizes.PaddingTop + _sizes.InputHeight);
        InterleavedRows rows = new()
        {
            Source = _planes + ((nint)(from - _sizes.PaddingTop) * _sizes.InputWidth),
            SourceRow = _sizes.InputWidth,
            PlaneLength = (nint)_sizes.InputHeight * _sizes.InputWidth,
            Destination = _framed + ((nint)from * row) + (left * Interleaving.Planes),
            DestinationRow = row,
            Rows = to - from,
            Columns = copied,
        };
        Interleaving.Run(rows, _widest);
    }
}
