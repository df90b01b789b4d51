using System.ComponentModel;
using System.Numerics;

namespace AlexNetGen.Kernels;

/// <summary>Multiplies two maps, value by value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Product
{
    /// <summary>output = left * right.</summary>
    /// <param name="left">The one map.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <param name="output">The product; may be either input.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output)
    {
        Lengths.Check(left, output.Length, output, right.Length);
        int i = 0;
        for (; i <= output.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(left[i..]) * new Vector<float>(right[i..])).CopyTo(output[i..]);
        }

        for (; i < output.Length; i++)
        {
            output[i] = left[i] * right[i];
        }
    }

    /// <summary>Multiplies every point of a map by the same factors, one a channel.</summary>
    /// <typeparam name="TGeometry">The map.</typeparam>
    /// <param name="left">[Points][Channels].</param>
    /// <param name="right">[Channels].</param>
    /// <param name="output">[Points][Channels]; may be <paramref name="left"/>.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void ForwardChannels<TGeometry>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output)
        where TGeometry : struct, IChannels
    {
        Lengths.Check(left, TGeometry.Points * TGeometry.Channels, output, TGeometry.Points * TGeometry.Channels);
        for (int point = 0; point < TGeometry.Points; point++)
        {
            int offset = point * TGeometry.Channels;
            Forward(left.Slice(offset, TGeometry.Channels), right, output.Slice(offset, TGeometry.Channels));
        }
    }
}
