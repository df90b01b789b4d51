using System.ComponentModel;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Average pooling as torch.nn.AvgPool2d computes it. With CountIncludePad the divisor is, per axis,
/// min(start + kernel, input + padding after) - start, where start may be negative: padding counts, what hangs over
/// the padded edge does not. Without, only values of the input count.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class AveragePooling
{
    /// <summary>The mean of each window; 0, as in PyTorch, where a window holds nothing of the input.</summary>
    /// <typeparam name="TGeometry">The pool; its dilation is 1.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][Channels].</param>
    /// <param name="output">[OutputHeight][OutputWidth][Channels]. May not overlap the input.</param>
    /// <param name="team">The threads that share the rows; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, Team? team = null)
        where TGeometry : struct, IPooling => Forward<TGeometry>(input, output, VectorWidths.Widest, team);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest, Team? team = null)
        where TGeometry : struct, IPooling
    {
        Lengths.Check(
            input,
            TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.Channels,
            output,
            TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.Channels);
        RowKernel.Run<Kernel<TGeometry>>(input, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.Channels, widest), team);
    }

    private readonly struct Kernel<TGeometry> : IRowKernel
        where TGeometry : struct, IPooling
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int y)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            int channels = TGeometry.Channels;
            int row = TGeometry.InputWidth * channels;
            output += (nint)y * TGeometry.OutputWidth * channels;
            int top = (y * TGeometry.StrideHeight) - TGeometry.PaddingTop;
            int bottom = Math.Min(top + TGeometry.KernelHeight, TGeometry.InputHeight + TGeometry.PaddingBottom);
            int paddedRows = bottom - top;
            top = Math.Max(top, 0);
            int rows = Math.Max(Math.Min(bottom, TGeometry.InputHeight) - top, 0);
            for (int x = 0; x < TGeometry.OutputWidth; x++, output += channels)
            {
                int left = (x * TGeometry.StrideWidth) - TGeometry.PaddingLeft;
                int right = Math.Min(left + TGeometry.KernelWidth, TGeometry.InputWidth + TGeometry.PaddingRight);
                int paddedColumns = right - left;
                left = Math.Max(left, 0);
                int columns = Math.Max(Math.Min(right, TGeometry.InputWidth) - left, 0);
                int divisor = TGeometry.CountIncludePad ? paddedRows * paddedColumns : rows * columns;
                if (rows * columns == 0)
                {
                    divisor = 1;
                }

                float* window = input + ((nint)top * row) + ((nint)left * channels);
                WindowMean.Store<TLanes, TVector>(window, output, channels, row, rows, columns, divisor);
            }
        }
    }
}
