using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// A weight, and perhaps a bias, of one value a channel, as they came. Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChannelWeights
{
    private ChannelWeights(float[] weight, float[]? bias)
    {
        Weight = weight;
        Bias = bias;
    }

    /// <summary>One value a channel, or one for all. The array itself: not to be written.</summary>
    public float[] Weight { get; }

    /// <summary>One value a channel, or null. The array itself: not to be written.</summary>
    public float[]? Bias { get; }

    /// <summary>Takes a weight and a bias; the arrays are owned from now on and may not be written.</summary>
    /// <typeparam name="TGeometry">The operation.</typeparam>
    /// <param name="weight">As many values as the geometry says.</param>
    /// <param name="bias">As many values, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static ChannelWeights Create<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, IChannelWeights
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Length != TGeometry.WeightLength)
        {
            Lengths.Throw(nameof(weight), TGeometry.WeightLength, weight.Length);
        }

        if (bias is not null && bias.Length != TGeometry.WeightLength)
        {
            Lengths.Throw(nameof(bias), TGeometry.WeightLength, bias.Length);
        }

        return new ChannelWeights(weight, bias);
    }
}
