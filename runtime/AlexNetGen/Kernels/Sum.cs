using System.ComponentModel;
using System.Numerics;

namespace AlexNetGen.Kernels;

/// <summary>Adds two maps, value by value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sum
{
    /// <summary>output = left + right.</summary>
    /// <param name="left">The one map.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <param name="output">The sum; may be either input.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output)
    {
        Lengths.Check(left, output.Length, output, right.Length);
        int i = 0;
        for (; i <= output.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(left[i..]) + new Vector<float>(right[i..])).CopyTo(output[i..]);
        }

        for (; i < output.Length; i++)
        {
            output[i] = left[i] + right[i];
        }
    }
}
