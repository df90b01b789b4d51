using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Seven neighbouring pixels of a row of a convolution in small groups tap by tap: for the kernels that no other tile is written
/// for, with dilation, strides over two, an even number of columns or many. A weight is read once for the seven pixels, a column
/// of the input once for each pixel that it belongs to.
/// </summary>
/// <typeparam name="TLanes">The arithmetic.</typeparam>
/// <typeparam name="TVector">Neighbouring channels.</typeparam>
/// <typeparam name="TReader">How the inputs of a group reach its outputs.</typeparam>
internal unsafe struct GroupedLoopTile<TLanes, TVector, TReader> : IGroupedTile
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TReader : struct, IGroupReader
{
    /// <inheritdoc/>
    public static bool KnowsEnds => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TColumns>(in GroupedOperands operands, in GroupedWindow window, int top, int bottom)
        where TColumns : struct, IGroupedColumns
    {
        ConvolutionEpilogue epilogue = operands.Epilogue;
        int width = operands.Sizes.InputWidth, stride = operands.Sizes.StrideWidth * operands.Spacing, dilation = operands.Sizes.DilationWidth, taps = operands.Sizes.KernelWidth;
        nint pixel = operands.Sizes.InputChannels, row = width * pixel, rows = row * operands.Sizes.DilationHeight, once = stride * pixel, twice = 2 * once, thrice = 3 * once, next = dilation * pixel;
        int left = (int)window.Left, pixels = window.Pixels, inputs = TReader.IsDepthwise ? 1 : operands.Inputs, pairs = stride == dilation ? taps / 2 : 0;
        nint channels = operands.Sizes.OutputChannels, end = operands.EndChannel, weightStep = TLanes.Count, tap = weightStep * inputs, output = epilogue.OutputStep;
        nint first = Math.Min(operands.FirstChannel, channels - TLanes.Count);
        nint indexStep = TReader.IsDepthwise ? 0 : operands.IndexStep(TLanes.Count);
        epilogue.OutputStep *= operands.Spacing;
        for (int y = top; y < bottom; y++)
        {
            GroupedTaps rowTaps = new(operands.Sizes, y);
            nint begin = (((nint)y * operands.Sizes.OutputWidth) + window.X) * output, firstOutput = begin;
            float* map = operands.Map + (rowTaps.Top * row) + (window.Left * pixel);
            for (int tile = 0; tile < window.Tiles; tile++, map += IGroupedTile.Pixels * once, firstOutput += IGroupedTile.Pixels * epilogue.OutputStep)
            {
                int* indices = operands.Indices;
                for (nint channel = operands.FirstChannel; channel < end; channel += TLanes.Count, indices += indexStep)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    nint c = Math.Min(channel, channels - TLanes.Count);
                    float* line = map + TReader.First<TLanes, TVector>(c, operands), w = operands.Weight + (channel * operands.WeightsOfChannel) + (rowTaps.First * taps * tap);
                    TVector a0 = TLanes.Load(epilogue.Bias + c), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0;
                    for (int ky = rowTaps.First; ky < rowTaps.End; ky++, line += rows)
                    {
                        float* p = line;
                        int column = left;
                        for (int pair = 0; pair < pairs; pair++, column += 2 * dilation, p += 2 * next, w += tap)
                        {
                            float* q = p + thrice, r = q + thrice;
                            int* index = indices;
                            for (int k = 0; k < inputs; k++, w += weightStep, index += TLanes.Count)
                            {
                                TVector w0 = TLanes.Load(w), w1 = TLanes.Load(w + tap), v;
                                if (Has<TColumns>(column, width))
                                {
                                    a0 = TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(p, k, index), w0, a0);
                                }

                                if (Has<TColumns>(column + stride, width))
                                {
                                    v = TReader.Read<TLanes, TVector>(p + once, k, index);
                                    a0 = TLanes.MultiplyAdd(v, w1, a0);
                                    a1 = TLanes.MultiplyAdd(v, w0, a1);
                                }

                                if (Has<TColumns>(column + (2 * stride), width))
                                {
                                    v = TReader.Read<TLanes, TVector>(p + twice, k, index);
                                    a1 = TLanes.MultiplyAdd(v, w1, a1);
                                    a2 = TLanes.MultiplyAdd(v, w0, a2);
                                }

                                if (Has<TColumns>(column + (3 * stride), width))
                                {
                                    v = TReader.Read<TLanes, TVector>(q, k, index);
                                    a2 = TLanes.MultiplyAdd(v, w1, a2);
                                    a3 = TLanes.MultiplyAdd(v, w0, a3);
                                }

                                if (Has<TColumns>(column + (4 * stride), width))
                                {
                                    v = TReader.Read<TLanes, TVector>(q + once, k, index);
                                    a3 = TLanes.MultiplyAdd(v, w1, a3);
                                    a4 = TLanes.MultiplyAdd(v, w0, a4);
                                }

                                if (Has<TColumns>(column + (5 * stride), width))
                                {
                                    v = TReader.Read<TLanes, TVector>(q + twice, k, index);
                                    a4 = TLanes.MultiplyAdd(v, w1, a4);
                                    a5 = TLanes.MultiplyAdd(v, w0, a5);
                                }

                                if (Has<TColumns>(column + (6 * stride), width))
                                {
                                    v = TReader.Read<TLanes, TVector>(r, k, index);
                                    a5 = TLanes.MultiplyAdd(v, w1, a5);
                                    a6 = TLanes.MultiplyAdd(v, w0, a6);
                                }

                                if (Has<TColumns>(column + (7 * stride), width))
                                {
                                    a6 = TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(r + once, k, index), w1, a6);
                                }
                            }
                        }

                        for (int kx = 2 * pairs; kx < taps; kx++, column += dilation, p += next)
                        {
                            float* q = p + thrice, r = q + thrice;
                            int* index = indices;
                            for (int k = 0; k < inputs; k++, w += weightStep, index += TLanes.Count)
                            {
                                TVector v = TLanes.Load(w);
                                a0 = Has<TColumns>(column, width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(p, k, index), v, a0) : a0;
                                a1 = Has<TColumns>(column + stride, width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(p + once, k, index), v, a1) : a1;
                                a2 = Has<TColumns>(column + (2 * stride), width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(p + twice, k, index), v, a2) : a2;
                                a3 = Has<TColumns>(column + (3 * stride), width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(q, k, index), v, a3) : a3;
                                a4 = Has<TColumns>(column + (4 * stride), width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(q + once, k, index), v, a4) : a4;
                                a5 = Has<TColumns>(column + (5 * stride), width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(q + twice, k, index), v, a5) : a5;
                                a6 = Has<TColumns>(column + (6 * stride), width) ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(r, k, index), v, a6) : a6;
                            }
                        }
                    }

                    GroupedOutput.Write<TLanes, TVector, TColumns>(a0, a1, a2, a3, a4, a5, a6, epilogue, c, firstOutput + c, pixels);
                }
            }

            epilogue.ActivateAt<TLanes, TVector>(begin + first, ((window.Tiles - 1) * IGroupedTile.Pixels) + pixels, (int)(end - first));
        }
    }

    // Whether a column lies in the map; past the last pixel it may, and is not written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has<TColumns>(int column, int width)
        where TColumns : struct, IGroupedColumns => TColumns.IsWhole || (uint)column < (uint)width;
}
