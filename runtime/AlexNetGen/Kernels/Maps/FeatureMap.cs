using System.ComponentModel;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// The two layouts of a feature map: [channel][row][column], in which networks take and give maps, and
/// [row][column][channel], in which the kernels work.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class FeatureMap
{
    // Points of a chunk, at most, and what they are a multiple of: many blocks, and whole cache lines.
    private const int MostChunkPoints = 2048;
    private const int ChunkStep = 64;

    // So many that a thread that comes late finds some left.
    private const int ChunksPerThread = 4;

    /// <summary>Copies [channel][row][column] to [row][column][channel].</summary>
    /// <typeparam name="TShape">The map's shape.</typeparam>
    /// <param name="channelsFirst">The map to read, channels x height x width.</param>
    /// <param name="channelsLast">The map to write, height x width x channels. The two may not overlap.</param>
    /// <param name="team">The threads that share the work; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the shape's length.</exception>
    public static void ToChannelsLast<TShape>(ReadOnlySpan<float> channelsFirst, Span<float> channelsLast, Team? team = null)
        where TShape : struct, IShape
    {
        int channels = TShape.Channels, points = TShape.Height * TShape.Width;
        Lengths.Check(channelsFirst, channels * points, channelsLast, channels * points);
        fixed (float* source = channelsFirst, destination = channelsLast)
        {
            Work work = new() { Source = source, Destination = destination, Channels = channels, Points = points, Widest = VectorWidths.Widest };
            work.Run(team);
        }
    }

    /// <summary>Copies [row][column][channel] to [channel][row][column].</summary>
    /// <typeparam name="TShape">The map's shape.</typeparam>
    /// <param name="channelsLast">The map to read, height x width x channels.</param>
    /// <param name="channelsFirst">The map to write, channels x height x width. The two may not overlap.</param>
    /// <param name="team">The threads that share the work; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the shape's length.</exception>
    public static void ToChannelsFirst<TShape>(ReadOnlySpan<float> channelsLast, Span<float> channelsFirst, Team? team = null)
        where TShape : struct, IShape
    {
        int channels = TShape.Channels, points = TShape.Height * TShape.Width;
        Lengths.Check(channelsLast, channels * points, channelsFirst, channels * points);
        fixed (float* source = channelsLast, destination = channelsFirst)
        {
            Work work = new() { Source = source, Destination = destination, Channels = channels, Points = points, ToChannelsFirst = true };
            work.Run(team);
        }
    }

    private struct Work : IParallelWork
    {
        public float* Source;
        public float* Destination;
        public int Channels;
        public int Points;
        public bool ToChannelsFirst;
        public VectorWidth Widest;

        private int _chunkPoints;

        public void Run(Team? team)
        {
            int threads = (team ?? Team.Alone).Threads, steps = Points / (ChunksPerThread * threads * ChunkStep);
            _chunkPoints = threads == 1 ? MostChunkPoints : Math.Clamp(steps * ChunkStep, ChunkStep, MostChunkPoints);
            (team ?? Team.Alone).Run((Points + _chunkPoints - 1) / _chunkPoints, ref this);
        }

        public readonly void Run(int chunk)
        {
            int point = chunk * _chunkPoints, end = Math.Min(point + _chunkPoints, Points);
            switch (Channels, ToChannelsFirst)
            {
                case (1, _):
                    new ReadOnlySpan<float>(Source + point, end - point).CopyTo(new Span<float>(Destination + point, end - point));
                    break;
                case (Interleaving.Planes, false):
                    Interleaving.Run(Row(point, end), Widest);
                    break;
                case (_, true):
                    Transposition.Run(Source + ((nint)point * Channels), Channels, Destination + point, Points, end - point, Channels);
                    break;
                default:
                    Transposition.Run(Source + point, Points, Destination + ((nint)point * Channels), Channels, Channels, end - point);
                    break;
            }
        }

        // Some points of three planes, as one row.
        private readonly InterleavedRows Row(int point, int end) => new()
        {
            Source = Source + point,
            PlaneLength = Points,
            Destination = Destination + (Interleaving.Planes * (nint)point),
            Rows = 1,
            Columns = end - point,
        };
    }
}
