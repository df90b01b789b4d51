using System.ComponentModel;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Takes neighbouring channels of a map, as torch.narrow and torch.chunk along the channels do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ChannelSlicing
{
    /// <summary>Copies the channels of each point.</summary>
    /// <typeparam name="TGeometry">The map, and the channels.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="output">[Points][Count]. May not overlap the input.</param>
    /// <param name="team">The threads that share the points; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team? team = null)
        where TGeometry : struct, IChannelSlice
    {
        Lengths.Check(input, TGeometry.Points * TGeometry.Channels, output, TGeometry.Points * TGeometry.Count);
        fixed (float* source = input, destination = output)
        {
            CopiedRuns work = new()
            {
                Source = source + TGeometry.Start,
                SourceStep = TGeometry.Channels,
                Destination = destination,
                DestinationStep = TGeometry.Count,
                Length = TGeometry.Count,
                Runs = TGeometry.Points,
            };
            work.Run(team);
        }
    }
}
