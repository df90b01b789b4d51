using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

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
            if (TGeometry.Groups == 2)
            {
                Interleave(input[..share], input.Slice(share, share), output[..channels]);
                continue;
            }

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

    // Two groups, as in ShuffleNet: their channels alternate.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Interleave(ReadOnlySpan<float> even, ReadOnlySpan<float> odd, Span<float> output)
    {
        int i = 0;
        if (Sse.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            for (; i <= even.Length - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                Vector128<float> a = Vector128.Create(even[i..]), b = Vector128.Create(odd[i..]);
                (Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b)).CopyTo(output[(2 * i)..]);
                (Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b)).CopyTo(output[((2 * i) + 4)..]);
            }
        }

        for (; i < even.Length; i++)
        {
            output[2 * i] = even[i];
            output[(2 * i) + 1] = odd[i];
        }
    }
}
