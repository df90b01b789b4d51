using System.ComponentModel;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Multiplies each channel by a learned value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelScaling
{
    /// <summary>Multiplies every point by the weight.</summary>
    /// <typeparam name="TGeometry">The map.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="weights">A factor for each channel.</param>
    /// <param name="output">[Points][Channels]; may be the input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">A span, or the weight, has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, ChannelWeights weights, Span<float> output, Team team)
        where TGeometry : struct, IChannelScaling
    {
        ArgumentNullException.ThrowIfNull(weights);
        Product.ForwardChannels<TGeometry>(input, weights.Weight, output, team);
    }
}
