using System.ComponentModel;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Max pooling as torch.nn.MaxPool2d computes it: padding is minus infinity, and a window with a NaN gives NaN.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class MaxPooling
{
    /// <summary>The largest value of each window; minus infinity where a window holds nothing but padding.</summary>
    /// <typeparam name="TGeometry">The pool.</typeparam>
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
        RowKernel.Run<WindowRow<TGeometry, LargestValue>>(input, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.Channels, widest), team);
    }

    /// <summary>Computes one row of the output.</summary>
    /// <param name="input">The map; only the rows under the row's windows are read.</param>
    /// <param name="output">The output.</param>
    /// <param name="row">The row.</param>
    /// <param name="width">The widest vectors that fit the channels.</param>
    internal static void Row<TGeometry>(float* input, float* output, int row, VectorWidth width)
        where TGeometry : struct, IPooling
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                WindowRow<TGeometry, LargestValue>.Run<Lanes512, Vector512<float>>(input, output, row);
                break;
            case VectorWidth.Bits256:
                WindowRow<TGeometry, LargestValue>.Run<Lanes256, Vector256<float>>(input, output, row);
                break;
            case VectorWidth.Bits128:
                WindowRow<TGeometry, LargestValue>.Run<Lanes128, Vector128<float>>(input, output, row);
                break;
            default:
                WindowRow<TGeometry, LargestValue>.Run<LanesScalar, float>(input, output, row);
                break;
        }
    }
}
