using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Makes planes of some rows of a map, with zeros where windows leave it.</summary>
internal unsafe struct PlanarRows : IParallelWork
{
    // Floats of a chunk, unless a row has more.
    private const int MostFloats = 1 << 13;

    private ConvolutionSizes _sizes;
    private PlanarLayout _layout;
    private float* _map;
    private float* _planes;
    private int _first;
    private int _rows;
    private int _chunkRows;

    /// <summary>Copies rows of [InputHeight][InputWidth][InputChannels], or of [InputChannels][InputHeight][InputWidth], into planes, from their beginning.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="map">The map.</param>
    /// <param name="planes">The planes.</param>
    /// <param name="first">The first row, counted from the first row of padding.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="team">The threads that share them.</param>
    public static void Copy(in ConvolutionSizes sizes, float* map, float* planes, int first, int rows, Team team)
    {
        int chunkRows = Math.Max(1, MostFloats / (sizes.ReachWidth * sizes.InputChannels));
        PlanarRows work = new() { _sizes = sizes, _layout = new(sizes), _map = map, _planes = planes, _first = first, _rows = rows, _chunkRows = chunkRows };
        team.Run((rows + chunkRows - 1) / chunkRows, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int channels = _sizes.InputChannels, width = _layout.Row, left = Math.Min(_sizes.PaddingLeft, width), copied = Math.Min(_sizes.InputWidth, width - left);
        nint step = _layout.PlaneStep;
        int first = chunk * _chunkRows, end = Math.Min(first + _chunkRows, _rows);
        for (int row = first; row < end; row++)
        {
            float* line = _planes + ((nint)row * width);
            int source = _first + row - _sizes.PaddingTop;
            bool isInside = (uint)source < (uint)_sizes.InputHeight;
            int before = isInside ? left : width, after = isInside ? left + copied : width;
            float* plane = line;
            for (int channel = 0; channel < channels; channel++, plane += step)
            {
                for (int x = 0; x < before; x++)
                {
                    plane[x] = 0;
                }

                for (int x = after; x < width; x++)
                {
                    plane[x] = 0;
                }
            }

            if (isInside && _sizes.IsInputPlanar)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    float* from = _map + ((((nint)channel * _sizes.InputHeight) + source) * _sizes.InputWidth);
                    new ReadOnlySpan<float>(from, copied).CopyTo(new Span<float>(line + left + (channel * step), copied));
                }
            }
            else if (isInside)
            {
                Transposition.Run(_map + ((nint)source * _sizes.InputWidth * channels), channels, line + left, step, copied, channels);
            }
        }
    }
}
