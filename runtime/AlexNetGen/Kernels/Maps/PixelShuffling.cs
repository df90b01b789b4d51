using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Spreads channels over space (Shi et al., 2016), as torch.nn.PixelShuffle does: with factor r, channel c at row
/// y * r + i, column x * r + j is the input's channel c * r * r + i * r + j at row y, column x.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PixelShuffling
{
    /// <summary>Copies each value to its new place.</summary>
    /// <typeparam name="TGeometry">The shuffle.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][OutputChannels * factor * factor].</param>
    /// <param name="output">[InputHeight * factor][InputWidth * factor][OutputChannels]. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IPixelShuffle
    {
        int factor = TGeometry.UpscaleFactor, outputs = TGeometry.OutputChannels;
        int channels = outputs * factor * factor, length = channels * TGeometry.InputHeight * TGeometry.InputWidth;
        Lengths.Check(input, length, output, length);
        for (int y = 0; y < TGeometry.InputHeight; y++)
        {
            ReadOnlySpan<float> row = input.Slice(y * TGeometry.InputWidth * channels, TGeometry.InputWidth * channels);
            for (int i = 0; i < factor; i++)
            {
                for (int x = 0; x < TGeometry.InputWidth; x++)
                {
                    for (int j = 0; j < factor; j++, output = output[outputs..])
                    {
                        ReadOnlySpan<float> from = row[((x * channels) + (i * factor) + j)..];
                        for (int c = 0; c < outputs; c++)
                        {
                            output[c] = from[c * factor * factor];
                        }
                    }
                }
            }
        }
    }
}
