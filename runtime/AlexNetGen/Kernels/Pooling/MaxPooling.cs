using System.ComponentModel;
using System.Runtime.CompilerServices;
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
        RowKernel.Run<Kernel<TGeometry>>(input, output, TGeometry.OutputHeight, VectorWidths.Fitting(TGeometry.Channels, widest), team);
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
                Kernel<TGeometry>.Run<Lanes512, Vector512<float>>(input, output, row);
                break;
            case VectorWidth.Bits256:
                Kernel<TGeometry>.Run<Lanes256, Vector256<float>>(input, output, row);
                break;
            case VectorWidth.Bits128:
                Kernel<TGeometry>.Run<Lanes128, Vector128<float>>(input, output, row);
                break;
            default:
                Kernel<TGeometry>.Run<LanesScalar, float>(input, output, row);
                break;
        }
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
            int rowStep = TGeometry.DilationHeight * row, columnStep = TGeometry.DilationWidth * channels;
            output += (nint)y * TGeometry.OutputWidth * channels;
            int top = (y * TGeometry.StrideHeight) - TGeometry.PaddingTop;
            int firstRow = FirstTap(top, TGeometry.DilationHeight);
            int rows = Taps(top, TGeometry.DilationHeight, TGeometry.KernelHeight, TGeometry.InputHeight) - firstRow;
            top += firstRow * TGeometry.DilationHeight;
            for (int x = 0; x < TGeometry.OutputWidth; x++, output += channels)
            {
                int left = (x * TGeometry.StrideWidth) - TGeometry.PaddingLeft;
                int firstColumn = FirstTap(left, TGeometry.DilationWidth);
                int columns = Taps(left, TGeometry.DilationWidth, TGeometry.KernelWidth, TGeometry.InputWidth) - firstColumn;
                left += firstColumn * TGeometry.DilationWidth;
                float* window = input + ((nint)top * row) + ((nint)left * channels);
                if (TGeometry.KernelHeight == 3 && TGeometry.KernelWidth == 3 && rows == 3 && columns == 3)
                {
                    NineTaps<TLanes, TVector>(window, output, rowStep, columnStep);
                    continue;
                }

                if (TGeometry.KernelHeight == 2 && TGeometry.KernelWidth == 2 && rows == 2 && columns == 2)
                {
                    FourTaps<TLanes, TVector>(window, output, rowStep, columnStep);
                    continue;
                }

                for (int channel = 0; channel < channels; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, channels - TLanes.Count);
                    TVector largest = TLanes.Broadcast(float.NegativeInfinity);
                    float* taps = window + start;
                    for (int ky = 0; ky < rows; ky++, taps += rowStep)
                    {
                        float* tap = taps;
                        for (int kx = 0; kx < columns; kx++, tap += columnStep)
                        {
                            largest = TLanes.Max(largest, TLanes.Load(tap));
                        }
                    }

                    TLanes.Store(largest, output + start);
                }
            }
        }

        // The windows of most networks without loops: each vector is four or nine reads and one write.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void FourTaps<TLanes, TVector>(float* window, float* output, int rowStep, int columnStep)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            for (int channel = 0; channel < TGeometry.Channels; channel += TLanes.Count)
            {
                int start = Math.Min(channel, TGeometry.Channels - TLanes.Count);
                float* top = window + start, bottom = top + rowStep;
                TVector left = TLanes.Max(TLanes.Load(top), TLanes.Load(bottom));
                TVector right = TLanes.Max(TLanes.Load(top + columnStep), TLanes.Load(bottom + columnStep));
                TLanes.Store(TLanes.Max(left, right), output + start);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void NineTaps<TLanes, TVector>(float* window, float* output, int rowStep, int columnStep)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            for (int channel = 0; channel < TGeometry.Channels; channel += TLanes.Count)
            {
                int start = Math.Min(channel, TGeometry.Channels - TLanes.Count);
                float* top = window + start, middle = top + rowStep, bottom = middle + rowStep;
                TVector left = TLanes.Max(TLanes.Max(TLanes.Load(top), TLanes.Load(middle)), TLanes.Load(bottom));
                TVector centre = TLanes.Max(
                    TLanes.Max(TLanes.Load(top + columnStep), TLanes.Load(middle + columnStep)), TLanes.Load(bottom + columnStep));
                TVector right = TLanes.Max(
                    TLanes.Max(TLanes.Load(top + (2 * columnStep)), TLanes.Load(middle + (2 * columnStep))), TLanes.Load(bottom + (2 * columnStep)));
                TLanes.Store(TLanes.Max(TLanes.Max(left, centre), right), output + start);
            }
        }

        // The first tap that is not in the padding before the input.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int FirstTap(int start, int dilation) => start < 0 ? (dilation - 1 - start) / dilation : 0;

        // The taps before the first one past the input's end.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Taps(int start, int dilation, int kernel, int length) =>
            Math.Min(kernel, (length - start + dilation - 1) / dilation);
    }
}
