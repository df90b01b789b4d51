using System.ComponentModel;
using System.Numerics;

namespace AlexNetGen.Kernels;

/// <summary>Batch normalisation at inference (Ioffe and Szegedy, 2015): a factor and a shift for each channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchNormalization
{
    /// <summary>Normalises every point, and applies max(x, 0) where the geometry says so; NaN stays.</summary>
    /// <typeparam name="TGeometry">The normalisation.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="weights">The weights.</param>
    /// <param name="output">[Points][Channels]; may be the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, BatchNormalizationWeights weights, Span<float> output)
        where TGeometry : struct, IBatchNormalization
    {
        int channels = TGeometry.Channels;
        Lengths.Check(input, TGeometry.Points * channels, output, TGeometry.Points * channels);
        for (int point = 0; point < TGeometry.Points; point++)
        {
            Normalize<TGeometry>(
                input.Slice(point * channels, channels), weights.Factor.AsSpan(0, channels), weights.Shift.AsSpan(0, channels), output.Slice(point * channels, channels));
        }
    }

    private static void Normalize<TGeometry>(ReadOnlySpan<float> input, ReadOnlySpan<float> factor, ReadOnlySpan<float> shift, Span<float> output)
        where TGeometry : struct, IBatchNormalization
    {
        int i = 0;
        for (; i <= output.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> y = (new Vector<float>(input[i..]) * new Vector<float>(factor[i..])) + new Vector<float>(shift[i..]);
            if (TGeometry.ReLU)
            {
                // A comparison keeps NaN, where a maximum may drop it.
                y = Vector.ConditionalSelect(Vector.LessThan(y, Vector<float>.Zero), Vector<float>.Zero, y);
            }

            y.CopyTo(output[i..]);
        }

        for (; i < output.Length; i++)
        {
            float y = (input[i] * factor[i]) + shift[i];
            output[i] = TGeometry.ReLU && y < 0 ? 0 : y;
        }
    }
}
