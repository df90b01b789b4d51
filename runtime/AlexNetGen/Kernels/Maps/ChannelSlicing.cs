using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>Takes neighbouring channels of a map, as torch.narrow and torch.chunk along the channels do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelSlicing
{
    /// <summary>Copies the channels of each point.</summary>
    /// <typeparam name="TGeometry">The map, and the channels.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="output">[Points][Count]. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IChannelSlice
    {
        Lengths.Check(input, TGeometry.Points * TGeometry.Channels, output, TGeometry.Points * TGeometry.Count);
        for (int point = 0; point < TGeometry.Points; point++)
        {
            input.Slice((point * TGeometry.Channels) + TGeometry.Start, TGeometry.Count)
                .CopyTo(output.Slice(point * TGeometry.Count, TGeometry.Count));
        }
    }
}
