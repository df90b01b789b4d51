using System.ComponentModel;
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
        RowKernel.Run<WindowRow<TGeometry, MeanValue>>(input, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.Channels, widest), team);
    }
}
