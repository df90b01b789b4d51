using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Repeats points, as torch.nn.Upsample with mode "nearest" does: output i reads input floor(i * step), in single
/// precision as there.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class NearestUpsampling
{
    /// <summary>Copies the nearest point of the input to each point of the output.</summary>
    /// <typeparam name="TGeometry">The enlargement.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][Channels].</param>
    /// <param name="output">[OutputHeight][OutputWidth][Channels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the rows; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team? team = null)
        where TGeometry : struct, IUpsampling => Forward<TGeometry>(input, output, VectorWidths.Widest, team);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, IUpsampling
    {
        Lengths.Check(
            input,
            TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.Channels,
            output,
            TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.Channels);
        RowKernel.Run<Kernel<TGeometry>>(input, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.Channels, widest), team);
    }

    private readonly struct Kernel<TGeometry> : IRowKernel
        where TGeometry : struct, IUpsampling
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int row)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            input += (nint)Nearest(row, (float)TGeometry.StepHeight, TGeometry.InputHeight) * TGeometry.InputWidth * channels;
            output += (nint)row * TGeometry.OutputWidth * channels;
            for (int x = 0; x < TGeometry.OutputWidth; x++, output += channels)
            {
                float* point = input + ((nint)Nearest(x, (float)TGeometry.StepWidth, TGeometry.InputWidth) * channels);
                for (int channel = 0; channel < channels; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, channels - TLanes.Count);
                    TLanes.Store(TLanes.Load(point + start), output + start);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Nearest(int index, float step, int length) => Math.Min((int)(index * step), length - 1);
    }
}
