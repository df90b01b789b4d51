using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Rows of a depthwise convolution of 5 x 5, four pixels at a time as <see cref="DepthwiseRows{TLanes,TVector,TStride}"/>; the
/// 25 weights of a vector of channels are more than most processors have registers, and are read row by row of the kernel.
/// </summary>
/// <typeparam name="TLanes">The arithmetic.</typeparam>
/// <typeparam name="TVector">Neighbouring channels.</typeparam>
/// <typeparam name="TStride">Columns from pixel to pixel: one or two.</typeparam>
internal static unsafe class DepthwiseRowsOfFive<TLanes, TVector, TStride>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TStride : struct, ICount
{
    private const int Pixels = 4;
    private const int Taps = 5;

    // Columns under four pixels.
    private static int Columns => ((Pixels - 1) * TStride.Value) + Taps;

    /// <summary>Whether it computes a convolution: at most two columns of padding on each side, and four pixels in a row.</summary>
    public static bool Fits(in ConvolutionSizes sizes) =>
        sizes is { KernelHeight: Taps, KernelWidth: Taps, DilationHeight: 1, DilationWidth: 1, PaddingLeft: <= 2, OutputWidth: >= Pixels }
        && sizes.StrideWidth == TStride.Value
        && sizes.ReachWidth - sizes.PaddingLeft <= sizes.InputWidth + 2;

    /// <summary>Computes the rows from the first to the one before the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in DepthwiseOperands operands, int first, int end)
    {
        ConvolutionSizes sizes = operands.Sizes;
        ConvolutionEpilogue epilogue = operands.Epilogue;
        nint step = operands.MapStep, row = sizes.InputWidth * step, weightStep = operands.Lanes, outputStep = epilogue.OutputStep;
        int width = sizes.OutputWidth;
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (int channel = 0; channel < operands.Channels; channel += TLanes.Count)
        {
            // The last vector overlaps its neighbour instead of hanging over.
            int c = Math.Min(channel, operands.Channels - TLanes.Count);
            float* taps = operands.WeightOf(c);
            for (int y = first; y < end; y++)
            {
                int top = (y * sizes.StrideHeight) - sizes.PaddingTop;
                int firstTap = Math.Clamp(-top, 0, Taps), endTap = Math.Clamp(sizes.InputHeight - top, firstTap, Taps);
                float* line = operands.Map + ((top + firstTap) * row) + c, weight = taps + (firstTap * Taps * weightStep);
                nint pixel = (nint)y * width;
                for (int next = 0; next < width; next += Pixels)
                {
                    int x = Math.Min(next, width - Pixels), column = (x * TStride.Value) - sizes.PaddingLeft, right = sizes.InputWidth - column;
                    float* p = line + (column * step), w = weight;
                    TVector a0 = TLanes.Load(epilogue.Bias + c), a1 = a0, a2 = a0, a3 = a0;
                    for (int ky = firstTap; ky < endTap; ky++, p += row, w += Taps * weightStep)
                    {
                        Add(p, step, column, right, w, weightStep, ref a0, ref a1, ref a2, ref a3);
                    }

                    if (epilogue.Factor is not null)
                    {
                        TVector factor = TLanes.Load(epilogue.Factor + c), shift = TLanes.Load(epilogue.Shift + c);
                        a0 = TLanes.MultiplyAdd(a0, factor, shift);
                        a1 = TLanes.MultiplyAdd(a1, factor, shift);
                        a2 = TLanes.MultiplyAdd(a2, factor, shift);
                        a3 = TLanes.MultiplyAdd(a3, factor, shift);
                    }

                    float* output = epilogue.Output + ((pixel + x) * outputStep) + c;
                    TLanes.Store(TLanes.Clamp(a0, least, largest), output);
                    TLanes.Store(TLanes.Clamp(a1, least, largest), output + outputStep);
                    TLanes.Store(TLanes.Clamp(a2, least, largest), output + (2 * outputStep));
                    TLanes.Store(TLanes.Clamp(a3, least, largest), output + (3 * outputStep));
                }

                epilogue.Activate<TLanes, TVector>(pixel, width, c, TLanes.Count);
            }
        }
    }

    // One row of the kernel; of the columns, the first two and the last two may be outside of the map, which are zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* p, nint step, int column, int right, float* w, nint weightStep, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3)
    {
        TVector w0 = TLanes.Load(w), w1 = TLanes.Load(w + weightStep), w2 = TLanes.Load(w + (2 * weightStep)), w3 = TLanes.Load(w + (3 * weightStep)), w4 = TLanes.Load(w + (4 * weightStep));
        float* q = p + (3 * step), r = q + (3 * step);
        TVector v = column >= 0 ? TLanes.Load(p) : TLanes.Zero;
        a0 = TLanes.MultiplyAdd(v, w0, a0);
        v = column >= -1 ? TLanes.Load(p + step) : TLanes.Zero;
        a0 = TLanes.MultiplyAdd(v, w1, a0);
        if (TStride.Value == 1)
        {
            a1 = TLanes.MultiplyAdd(v, w0, a1);
            v = TLanes.Load(p + (2 * step));
            a0 = TLanes.MultiplyAdd(v, w2, a0);
            a1 = TLanes.MultiplyAdd(v, w1, a1);
            a2 = TLanes.MultiplyAdd(v, w0, a2);
            v = TLanes.Load(q);
            a0 = TLanes.MultiplyAdd(v, w3, a0);
            a1 = TLanes.MultiplyAdd(v, w2, a1);
            a2 = TLanes.MultiplyAdd(v, w1, a2);
            a3 = TLanes.MultiplyAdd(v, w0, a3);
            v = TLanes.Load(q + step);
            a0 = TLanes.MultiplyAdd(v, w4, a0);
            a1 = TLanes.MultiplyAdd(v, w3, a1);
            a2 = TLanes.MultiplyAdd(v, w2, a2);
            a3 = TLanes.MultiplyAdd(v, w1, a3);
            v = TLanes.Load(q + (2 * step));
            a1 = TLanes.MultiplyAdd(v, w4, a1);
            a2 = TLanes.MultiplyAdd(v, w3, a2);
            a3 = TLanes.MultiplyAdd(v, w2, a3);
            v = right > Columns - 2 ? TLanes.Load(r) : TLanes.Zero;
            a2 = TLanes.MultiplyAdd(v, w4, a2);
            a3 = TLanes.MultiplyAdd(v, w3, a3);
            v = right > Columns - 1 ? TLanes.Load(r + step) : TLanes.Zero;
            a3 = TLanes.MultiplyAdd(v, w4, a3);
            return;
        }

        float* s = r + (3 * step);
        v = TLanes.Load(p + (2 * step));
        a0 = TLanes.MultiplyAdd(v, w2, a0);
        a1 = TLanes.MultiplyAdd(v, w0, a1);
        v = TLanes.Load(q);
        a0 = TLanes.MultiplyAdd(v, w3, a0);
        a1 = TLanes.MultiplyAdd(v, w1, a1);
        v = TLanes.Load(q + step);
        a0 = TLanes.MultiplyAdd(v, w4, a0);
        a1 = TLanes.MultiplyAdd(v, w2, a1);
        a2 = TLanes.MultiplyAdd(v, w0, a2);
        v = TLanes.Load(q + (2 * step));
        a1 = TLanes.MultiplyAdd(v, w3, a1);
        a2 = TLanes.MultiplyAdd(v, w1, a2);
        v = TLanes.Load(r);
        a1 = TLanes.MultiplyAdd(v, w4, a1);
        a2 = TLanes.MultiplyAdd(v, w2, a2);
        a3 = TLanes.MultiplyAdd(v, w0, a3);
        v = TLanes.Load(r + step);
        a2 = TLanes.MultiplyAdd(v, w3, a2);
        a3 = TLanes.MultiplyAdd(v, w1, a3);
        v = TLanes.Load(r + (2 * step));
        a2 = TLanes.MultiplyAdd(v, w4, a2);
        a3 = TLanes.MultiplyAdd(v, w2, a3);
        v = right > Columns - 2 ? TLanes.Load(s) : TLanes.Zero;
        a3 = TLanes.MultiplyAdd(v, w3, a3);
        v = right > Columns - 1 ? TLanes.Load(s + step) : TLanes.Zero;
        a3 = TLanes.MultiplyAdd(v, w4, a3);
    }
}
