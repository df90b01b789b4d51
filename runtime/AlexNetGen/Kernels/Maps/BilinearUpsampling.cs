using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Enlarges a feature map with straight lines between its points, as torch.nn.Upsample with mode "bilinear" does: output
/// i lies at input (i + 0.5) * step - 0.5, at least 0, or at i * step where the corners are aligned.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BilinearUpsampling
{
    /// <summary>Each point of the output from the four around it in the input.</summary>
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
        public static void Run<TLanes, TVector>(float* input, float* output, int y)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            int row = TGeometry.InputWidth * channels;
            output += (nint)y * TGeometry.OutputWidth * channels;
            (int top, int below, float down) = Between(y, TGeometry.StepHeight, TGeometry.InputHeight);
            TVector lower = TLanes.Broadcast(down), upper = TLanes.Broadcast(1 - down);
            for (int x = 0; x < TGeometry.OutputWidth; x++, output += channels)
            {
                (int left, int beside, float across) = Between(x, TGeometry.StepWidth, TGeometry.InputWidth);
                TVector right = TLanes.Broadcast(across), straight = TLanes.Broadcast(1 - across);
                float* point = input + ((nint)top * row) + ((nint)left * channels);
                for (int channel = 0; channel < channels; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, channels - TLanes.Count);
                    float* near = point + start, far = near + (below * row);
                    TVector above = TLanes.MultiplyAdd(
                        right, TLanes.Load(near + (beside * channels)), TLanes.Multiply(straight, TLanes.Load(near)));
                    TVector under = TLanes.MultiplyAdd(
                        right, TLanes.Load(far + (beside * channels)), TLanes.Multiply(straight, TLanes.Load(far)));
                    TLanes.Store(TLanes.MultiplyAdd(lower, under, TLanes.Multiply(upper, above)), output + start);
                }
            }
        }

        /// <summary>The point at or before a position, 1 if there is one after it, and the share of that one.</summary>
        private static (int First, int Next, float Share) Between(int index, double step, int length)
        {
            double position = TGeometry.AlignCorners ? index * step : Math.Max(((index + 0.5) * step) - 0.5, 0);
            int first = Math.Min((int)position, length - 1);
            return (first, first < length - 1 ? 1 : 0, (float)Math.Min(position - first, 1));
        }
    }
}
