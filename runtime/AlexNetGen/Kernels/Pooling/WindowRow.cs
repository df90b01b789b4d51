using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>One row of a pool's output.</summary>
/// <typeparam name="TGeometry">The pool.</typeparam>
/// <typeparam name="TReduction">What it makes of a window.</typeparam>
internal readonly unsafe struct WindowRow<TGeometry, TReduction> : IRowKernel
    where TGeometry : struct, IPooling
    where TReduction : struct, IWindowReduction
{
    private const int MostUnrolled = 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLanes, TVector>(float* input, float* output, int row)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int channels = TGeometry.Channels, line = TGeometry.InputWidth * channels;
        WindowSpan rows = WindowSpan.OfRows<TGeometry>(row);
        input += (nint)rows.First * line;
        output += (nint)row * TGeometry.OutputWidth * channels;
        if (OverlappingWindows<TGeometry, TReduction>.Fits)
        {
            OverlappingWindows<TGeometry, TReduction>.Store<TLanes, TVector>(input, output, rows);
            return;
        }

        int rowStep = TGeometry.DilationHeight * line, columnStep = TGeometry.DilationWidth * channels;
        for (int x = 0; x < TGeometry.OutputWidth; x++, output += channels)
        {
            WindowSpan columns = WindowSpan.OfColumns<TGeometry>(x);
            float* window = input + ((nint)columns.First * channels);
            int divisor = TReduction.Divides ? WindowSpan.Divisor<TGeometry>(rows, columns) : 1;
            if (TGeometry.KernelHeight <= MostUnrolled && TGeometry.KernelWidth <= MostUnrolled
                && rows.Count == TGeometry.KernelHeight && columns.Count == TGeometry.KernelWidth)
            {
                StoreWhole<TLanes, TVector>(window, output, divisor);
            }
            else
            {
                Window.Store<TReduction, TLanes, TVector>(window, output, channels, rowStep, columnStep, rows.Count, columns.Count, divisor);
            }
        }
    }

    // A small window without padding, without loops.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreWhole<TLanes, TVector>(float* window, float* output, int divisor)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int columnStep = TGeometry.DilationWidth * TGeometry.Channels;
        TVector share = TLanes.Broadcast(1f / divisor);
        for (int channel = 0; channel < TGeometry.Channels; channel += TLanes.Count)
        {
            // The last vector overlaps its neighbour instead of hanging over.
            float* column = window + Math.Min(channel, TGeometry.Channels - TLanes.Count);
            TVector result = WindowColumn<TGeometry, TReduction>.Join<TLanes, TVector>(column, TGeometry.KernelHeight);
            if (TGeometry.KernelWidth > 1)
            {
                result = TReduction.Join<TLanes, TVector>(
                    result, WindowColumn<TGeometry, TReduction>.Join<TLanes, TVector>(column + columnStep, TGeometry.KernelHeight));
            }

            if (TGeometry.KernelWidth > 2)
            {
                result = TReduction.Join<TLanes, TVector>(
                    result, WindowColumn<TGeometry, TReduction>.Join<TLanes, TVector>(column + (2 * columnStep), TGeometry.KernelHeight));
            }

            TLanes.Store(TReduction.Divides ? TLanes.Multiply(result, share) : result, output + (column - window));
        }
    }
}
