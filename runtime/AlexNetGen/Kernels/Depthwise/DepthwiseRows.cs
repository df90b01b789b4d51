using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Rows of a depthwise convolution of 3 x 3: the nine weights of a vector of channels stay in registers while it goes over
/// all pixels of the rows, four at a time.
/// <code>
///   columns    0 1 2 3 4 5          with a stride of two    0 1 2 3 4 5 6 7 8
///   pixel 0    w w w                                        w w w
///   pixel 1      w w w                                          w w w
///   pixel 2        w w w                                            w w w
///   pixel 3          w w w                                              w w w
/// </code>
/// The last four pixels of a row begin early enough to end with it; those that are computed twice are the same bits.
/// </summary>
/// <typeparam name="TLanes">The arithmetic.</typeparam>
/// <typeparam name="TVector">Neighbouring channels.</typeparam>
/// <typeparam name="TStride">Columns from pixel to pixel: one or two.</typeparam>
internal static unsafe class DepthwiseRows<TLanes, TVector, TStride>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TStride : struct, ICount
{
    private const int Pixels = 4;

    /// <summary>Whether it computes a convolution: at most one column of padding on each side, and four pixels in a row.</summary>
    public static bool Fits(in ConvolutionSizes sizes) =>
        sizes is { KernelHeight: 3, KernelWidth: 3, DilationHeight: 1, DilationWidth: 1, PaddingLeft: <= 1, OutputWidth: >= Pixels }
        && sizes.StrideWidth == TStride.Value
        && sizes.ReachWidth - sizes.PaddingLeft <= sizes.InputWidth + 1;

    /// <summary>Computes the rows from the first to the one before the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in DepthwiseOperands operands, int first, int end)
    {
        ConvolutionSizes sizes = operands.Sizes;
        ConvolutionEpilogue epilogue = operands.Epilogue;
        nint step = operands.MapStep, row = sizes.InputWidth * step, weightStep = operands.Lanes, outputStep = epilogue.OutputStep;
        int width = sizes.OutputWidth, lastColumn = sizes.InputWidth - (((Pixels - 1) * TStride.Value) + 3) + sizes.PaddingLeft;
        float* map = operands.Map - (sizes.PaddingLeft * step);
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (int channel = 0; channel < operands.Channels; channel += TLanes.Count)
        {
            // The last vector overlaps its neighbour instead of hanging over.
            int c = Math.Min(channel, operands.Channels - TLanes.Count);
            float* weight = operands.WeightOf(c);
            TVector w0 = TLanes.Load(weight), w1 = TLanes.Load(weight + weightStep), w2 = TLanes.Load(weight + (2 * weightStep));
            weight += 3 * weightStep;
            TVector w3 = TLanes.Load(weight), w4 = TLanes.Load(weight + weightStep), w5 = TLanes.Load(weight + (2 * weightStep));
            weight += 3 * weightStep;
            TVector w6 = TLanes.Load(weight), w7 = TLanes.Load(weight + weightStep), w8 = TLanes.Load(weight + (2 * weightStep));
            for (int y = first; y < end; y++)
            {
                int top = (y * sizes.StrideHeight) - sizes.PaddingTop;
                bool hasTop = (uint)top < (uint)sizes.InputHeight, hasMiddle = (uint)(top + 1) < (uint)sizes.InputHeight, hasBottom = (uint)(top + 2) < (uint)sizes.InputHeight;
                float* line = map + (top * row) + c;
                nint pixel = (nint)y * width;
                for (int next = 0; next < width; next += Pixels)
                {
                    int x = Math.Min(next, width - Pixels), column = x * TStride.Value;
                    bool hasFirst = column >= sizes.PaddingLeft, hasLast = column <= lastColumn;
                    float* p = line + (column * step);
                    TVector a0 = TLanes.Load(epilogue.Bias + c), a1 = a0, a2 = a0, a3 = a0;
                    if (hasTop)
                    {
                        Add(p, step, hasFirst, hasLast, w0, w1, w2, ref a0, ref a1, ref a2, ref a3);
                    }

                    p += row;
                    if (hasMiddle)
                    {
                        Add(p, step, hasFirst, hasLast, w3, w4, w5, ref a0, ref a1, ref a2, ref a3);
                    }

                    p += row;
                    if (hasBottom)
                    {
                        Add(p, step, hasFirst, hasLast, w6, w7, w8, ref a0, ref a1, ref a2, ref a3);
                    }

                    if (epilogue.Factor is not null)
                    {
                        TVector factor = TLanes.Load(epilogue.Factor + c), shift = TLanes.Load(epilogue.Shift + c);
                        a0 = TLanes.MultiplyAdd(a0, factor, shift);
                        a1 = TLanes.MultiplyAdd(a1, factor, shift);
                        a2 = TLanes.MultiplyAdd(a2, factor, shift);
                        a3 = TLanes.MultiplyAdd(a3, factor, shift);
                    }

                    nint at = ((pixel + x) * outputStep) + c;
                    float* output = epilogue.Output + at;
                    TLanes.Store(TLanes.Clamp(a0, least, largest), output);
                    TLanes.Store(TLanes.Clamp(a1, least, largest), output + outputStep);
                    TLanes.Store(TLanes.Clamp(a2, least, largest), output + (2 * outputStep));
                    TLanes.Store(TLanes.Clamp(a3, least, largest), output + (3 * outputStep));
                }

                epilogue.Activate<TLanes, TVector>(pixel, width, c, TLanes.Count);
            }
        }
    }

    // One row of the kernel; what is outside of the map, on the left of the first pixel or on the right of the last, is zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float* p, nint step, bool hasFirst, bool hasLast, TVector left, TVector centre, TVector right, ref TVector a0, ref TVector a1, ref TVector a2, ref TVector a3)
    {
        float* q = p + (3 * step);
        TVector v = hasFirst ? TLanes.Load(p) : TLanes.Zero;
        a0 = TLanes.MultiplyAdd(v, left, a0);
        v = TLanes.Load(p + step);
        a0 = TLanes.MultiplyAdd(v, centre, a0);
        if (TStride.Value == 1)
        {
            a1 = TLanes.MultiplyAdd(v, left, a1);
            v = TLanes.Load(p + (2 * step));
            a0 = TLanes.MultiplyAdd(v, right, a0);
            a1 = TLanes.MultiplyAdd(v, centre, a1);
            a2 = TLanes.MultiplyAdd(v, left, a2);
            v = TLanes.Load(q);
            a1 = TLanes.MultiplyAdd(v, right, a1);
            a2 = TLanes.MultiplyAdd(v, centre, a2);
            a3 = TLanes.MultiplyAdd(v, left, a3);
            v = TLanes.Load(q + step);
            a2 = TLanes.MultiplyAdd(v, right, a2);
            a3 = TLanes.MultiplyAdd(v, centre, a3);
            v = hasLast ? TLanes.Load(q + (2 * step)) : TLanes.Zero;
            a3 = TLanes.MultiplyAdd(v, right, a3);
            return;
        }

        float* r = q + (3 * step);
        v = TLanes.Load(p + (2 * step));
        a0 = TLanes.MultiplyAdd(v, right, a0);
        a1 = TLanes.MultiplyAdd(v, left, a1);
        a1 = TLanes.MultiplyAdd(TLanes.Load(q), centre, a1);
        v = TLanes.Load(q + step);
        a1 = TLanes.MultiplyAdd(v, right, a1);
        a2 = TLanes.MultiplyAdd(v, left, a2);
        a2 = TLanes.MultiplyAdd(TLanes.Load(q + (2 * step)), centre, a2);
        v = TLanes.Load(r);
        a2 = TLanes.MultiplyAdd(v, right, a2);
        a3 = TLanes.MultiplyAdd(v, left, a3);
        a3 = TLanes.MultiplyAdd(TLanes.Load(r + step), centre, a3);
        v = hasLast ? TLanes.Load(r + (2 * step)) : TLanes.Zero;
        a3 = TLanes.MultiplyAdd(v, right, a3);
    }
}
