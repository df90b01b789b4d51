using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Frames a feature map with zeros, so that a convolution's inner loops need no bounds.</summary>
internal unsafe struct ZeroPadding : IParallelWork
{
    private ConvolutionSizes _sizes;
    private float* _input;
    private float* _padded;
    private int _rows;

    /// <summary>Copies [InputHeight][InputWidth][InputChannels] into a zero-framed [ReachHeight][ReachWidth][InputChannels].</summary>
    /// <remarks>Input rows and columns that no window reaches are left out.</remarks>
    public static void Copy(in ConvolutionSizes sizes, float* input, float* padded, Team team)
    {
        int rows = (sizes.ReachHeight + team.Threads - 1) / team.Threads;
        ZeroPadding work = new() { _sizes = sizes, _input = input, _padded = padded, _rows = rows };
        team.Run((sizes.ReachHeight + rows - 1) / rows, ref work);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int channels = _sizes.InputChannels;
        int sourceRow = _sizes.InputWidth * channels, row = _sizes.ReachWidth * channels;
        int left = Math.Min(_sizes.PaddingLeft * channels, row);
        int copied = Math.Min(sourceRow, row - left);
        int first = chunk * _rows, end = Math.Min(first + _rows, _sizes.ReachHeight);
        for (int y = first; y < end; y++)
        {
            Span<float> line = new(_padded + ((nint)y * row), row);
            int sourceY = y - _sizes.PaddingTop;
            if ((uint)sourceY < (uint)_sizes.InputHeight)
            {
                line[..left].Clear();
                new ReadOnlySpan<float>(_input + ((nint)sourceY * sourceRow), copied).CopyTo(line[left..]);
                line[(left + copied)..].Clear();
            }
            else
            {
                line.Clear();
            }
        }
    }
}
