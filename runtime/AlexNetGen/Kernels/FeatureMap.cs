using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The two layouts of a feature map: [channel][row][column], in which networks take and give maps, and
/// [row][column][channel], in which the kernels work.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class FeatureMap
{
    // 16 floats are one cache line: a block of 16 x 16 reads and writes whole lines.
    private const int Block = 16;

    /// <summary>Copies [channel][row][column] to [row][column][channel].</summary>
    /// <typeparam name="TShape">The map's shape.</typeparam>
    /// <param name="channelsFirst">The map to read, channels x height x width.</param>
    /// <param name="channelsLast">The map to write, height x width x channels. The two may not overlap.</param>
    /// <exception cref="ArgumentException">A span has not exactly the shape's length.</exception>
    public static void ToChannelsLast<TShape>(ReadOnlySpan<float> channelsFirst, Span<float> channelsLast)
        where TShape : struct, IShape
    {
        int channels = TShape.Channels, points = TShape.Height * TShape.Width;
        Lengths.Check(channelsFirst, channels * points, channelsLast, channels * points);
        fixed (float* source = channelsFirst, destination = channelsLast)
        {
            if (channels == 3)
            {
                InterleaveThree(source, destination, points);
            }
            else
            {
                Transpose(source, destination, channels, points);
            }
        }
    }

    /// <summary>Copies [row][column][channel] to [channel][row][column].</summary>
    /// <typeparam name="TShape">The map's shape.</typeparam>
    /// <param name="channelsLast">The map to read, height x width x channels.</param>
    /// <param name="channelsFirst">The map to write, channels x height x width. The two may not overlap.</param>
    /// <exception cref="ArgumentException">A span has not exactly the shape's length.</exception>
    public static void ToChannelsFirst<TShape>(ReadOnlySpan<float> channelsLast, Span<float> channelsFirst)
        where TShape : struct, IShape
    {
        int channels = TShape.Channels, points = TShape.Height * TShape.Width;
        Lengths.Check(channelsLast, channels * points, channelsFirst, channels * points);
        fixed (float* source = channelsLast, destination = channelsFirst)
        {
            Transpose(source, destination, points, channels);
        }
    }

    // The usual image: three streams in, one out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InterleaveThree(float* source, float* destination, int points)
    {
        float* red = source, green = source + points, blue = green + points;
        for (nint i = 0; i < points; i++, destination += 3)
        {
            destination[0] = red[i];
            destination[1] = green[i];
            destination[2] = blue[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(float* source, float* destination, int rows, int columns)
    {
        if (rows == 1 || columns == 1)
        {
            new ReadOnlySpan<float>(source, rows * columns).CopyTo(new Span<float>(destination, rows * columns));
            return;
        }

        for (int row = 0; row < rows; row += Block)
        {
            int rowEnd = Math.Min(row + Block, rows);
            for (int column = 0; column < columns; column += Block)
            {
                int columnEnd = Math.Min(column + Block, columns);
                for (int r = row; r < rowEnd; r++)
                {
                    float* from = source + (nint)r * columns;
                    float* to = destination + r;
                    for (int c = column; c < columnEnd; c++)
                    {
                        to[(nint)c * rows] = from[c];
                    }
                }
            }
        }
    }
}
