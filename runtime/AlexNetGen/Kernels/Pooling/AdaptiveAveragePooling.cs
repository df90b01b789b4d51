using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Adaptive average pooling as torch.nn.AdaptiveAvgPool2d computes it: window i of n over a length is
/// [floor(i * length / n), ceil((i + 1) * length / n)); windows may overlap.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class AdaptiveAveragePooling
{
    /// <summary>The mean of each window.</summary>
    /// <typeparam name="TGeometry">The pool.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][Channels].</param>
    /// <param name="output">[OutputHeight][OutputWidth][Channels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the rows; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team? team = null)
        where TGeometry : struct, IAdaptivePooling => Forward<TGeometry>(input, output, VectorWidths.Widest, team);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, IAdaptivePooling
    {
        Lengths.Check(
            input,
            TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.Channels,
            output,
            TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.Channels);
        if (TGeometry.InputHeight == TGeometry.OutputHeight && TGeometry.InputWidth == TGeometry.OutputWidth)
        {
            // Every window is one point.
            input.CopyTo(output);
            return;
        }

        RowKernel.Run<Kernel<TGeometry>>(input, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.Channels, widest), team);
    }

    private readonly struct Kernel<TGeometry> : IRowKernel
        where TGeometry : struct, IAdaptivePooling
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int y)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            int row = TGeometry.InputWidth * channels;
            output += (nint)y * TGeometry.OutputWidth * channels;
            (int top, int rows) = AdaptiveWindow.Of(y, TGeometry.OutputHeight, TGeometry.InputHeight);
            for (int x = 0; x < TGeometry.OutputWidth; x++, output += channels)
            {
                (int left, int columns) = AdaptiveWindow.Of(x, TGeometry.OutputWidth, TGeometry.InputWidth);
                float* window = input + ((nint)top * row) + ((nint)left * channels);
                Window.Store<MeanValue, TLanes, TVector>(window, output, channels, row, channels, rows, columns, rows * columns);
            }
        }
    }
}
