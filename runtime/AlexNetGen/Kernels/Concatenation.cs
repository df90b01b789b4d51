using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>Joins maps along their channels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Concatenation
{
    /// <summary>Copies one input into its place in the joined map.</summary>
    /// <typeparam name="TGeometry">The sizes, and the place.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="output">[Points][OutputChannels]; channels from Offset on are written.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IConcatenation
    {
        Lengths.Check(input, TGeometry.Points * TGeometry.Channels, output, TGeometry.Points * TGeometry.OutputChannels);
        for (int point = 0; point < TGeometry.Points; point++)
        {
            input.Slice(point * TGeometry.Channels, TGeometry.Channels)
                .CopyTo(output.Slice((point * TGeometry.OutputChannels) + TGeometry.Offset, TGeometry.Channels));
        }
    }
}
