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
    public static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output) => Forward(left, right, output, relu: false);

    /// <summary>output = max(left + right, 0); NaN stays.</summary>
    /// <param name="left">The one map.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <param name="output">The result; may be either input.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void ForwardReLU(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output) => Forward(left, right, output, relu: true);

    private static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, bool relu)
    {
        Lengths.Check(left, output.Length, output, right.Length);
        int i = 0;
        for (; i <= output.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> sum = new Vector<float>(left[i..]) + new Vector<float>(right[i..]);

            // A comparison keeps NaN, where a maximum may drop it.
            sum = relu ? Vector.ConditionalSelect(Vector.LessThan(sum, Vector<float>.Zero), Vector<float>.Zero, sum) : sum;
            sum.CopyTo(output[i..]);
        }

        for (; i < output.Length; i++)
        {
            float sum = left[i] + right[i];
            output[i] = relu && sum < 0 ? 0 : sum;
        }
    }
}
