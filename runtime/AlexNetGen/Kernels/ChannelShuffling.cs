using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Deals the channels of each group round (Zhang et al., 2018), as torch.nn.ChannelShuffle does: channel i of group g
/// becomes channel i * Groups + g.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelShuffling
{
    /// <summary>Copies each point's channels in their new order.</summary>
    /// <typeparam name="TGeometry">The shuffle.</typeparam>
    /// <param name="input">[Points][Channels].</param>
    /// <param name="output">[Points][Channels]. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IChannelShuffle
    {
        int channels = TGeometry.Channels, share = TGeometry.Channels / TGeometry.Groups;
        Lengths.Check(input, TGeometry.Points * channels, output, TGeometry.Points * channels);
        for (int point = 0; point < TGeometry.Points; point++, input = input[channels..], output = output[channels..])
        {
            for (int group = 0; group < TGeometry.Groups; group++)
            {
                ReadOnlySpan<float> from = input.Slice(group * share, share);
                Span<float> to = output[group..channels];
                for (int i = 0; i < from.Length; i++)
                {
                    to[i * TGeometry.Groups] = from[i];
                }
            }
        }
    }
}
