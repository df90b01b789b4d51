using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Repeats points, as torch.nn.Upsample with mode "nearest" does: output i reads input floor(i * step), in single
/// precision as there.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NearestUpsampling
{
    /// <summary>Copies the nearest point of the input to each point of the output.</summary>
    /// <typeparam name="TGeometry">The enlargement.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][Channels].</param>
    /// <param name="output">[OutputHeight][OutputWidth][Channels]. May not overlap the input.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IUpsampling
    {
        int channels = TGeometry.Channels;
        Lengths.Check(
            input,
            TGeometry.InputHeight * TGeometry.InputWidth * channels,
            output,
            TGeometry.OutputHeight * TGeometry.OutputWidth * channels);
        for (int y = 0; y < TGeometry.OutputHeight; y++)
        {
            ReadOnlySpan<float> row = input[(Nearest(y, (float)TGeometry.StepHeight, TGeometry.InputHeight) * TGeometry.InputWidth * channels)..];
            for (int x = 0; x < TGeometry.OutputWidth; x++, output = output[channels..])
            {
                row.Slice(Nearest(x, (float)TGeometry.StepWidth, TGeometry.InputWidth) * channels, channels).CopyTo(output);
            }
        }
    }

    private static int Nearest(int index, float step, int length) => Math.Min((int)(index * step), length - 1);
}
