using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Seven neighbouring pixels of a row of a convolution in small groups whose columns are two apart: as
/// <see cref="GroupedTile{TLanes,TVector,TKernel,TReader}"/>, but pixel j begins at column 2 * j.
/// </summary>
/// <typeparam name="TLanes">The arithmetic.</typeparam>
/// <typeparam name="TVector">Neighbouring channels.</typeparam>
/// <typeparam name="TKernel">Columns of the kernel, at most seven.</typeparam>
/// <typeparam name="TReader">How the inputs of a group reach its outputs.</typeparam>
internal unsafe struct GroupedStridedTile<TLanes, TVector, TKernel, TReader> : IGroupedTile
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TKernel : struct, ICount
    where TReader : struct, IGroupReader
{
    /// <inheritdoc/>
    public static bool KnowsEnds => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TColumns>(in GroupedOperands operands, in GroupedWindow window, int top, int bottom)
        where TColumns : struct, IGroupedColumns
    {
        ConvolutionEpilogue epilogue = operands.Epilogue;
        nint pixel = operands.Sizes.InputChannels, step = operands.Sizes.DilationWidth * pixel;
        nint twice = 2 * step, thrice = 3 * step, row = operands.Sizes.InputWidth * pixel, rows = row * operands.Sizes.DilationHeight;
        int from = window.FirstColumn, pixels = window.Pixels, inputs = TReader.IsDepthwise ? 1 : operands.Inputs;
        nint channels = operands.Sizes.OutputChannels, end = operands.EndChannel, weightStep = TLanes.Count, tap = weightStep * inputs, output = epilogue.OutputStep;
        nint first = Math.Min(operands.FirstChannel, channels - TLanes.Count);
        nint indexStep = TReader.IsDepthwise ? 0 : operands.IndexStep(TLanes.Count);
        epilogue.OutputStep *= operands.Spacing;
        bool fetches = operands.Sizes.InputLength > GroupedOperands.LargestInCache, fetchesOutput = epilogue.OutputLength > GroupedOperands.LargestInCache;
        nint outputRow = operands.Sizes.OutputWidth * output;
        uint columns = (uint)(window.EndColumn - from);
        for (int y = top; y < bottom; y++)
        {
            GroupedTaps rowTaps = new(operands.Sizes, y);
            nint begin = (((nint)y * operands.Sizes.OutputWidth) + window.X) * output, firstOutput = begin;
            nint ahead = (operands.Sizes.KernelHeight - rowTaps.First) * rows;
            float* map = operands.Map + (rowTaps.Top * row) + (window.Left * pixel);
            for (int tile = 0; tile < window.Tiles; tile++, map += IGroupedTile.Pixels * 2 * step, firstOutput += IGroupedTile.Pixels * epilogue.OutputStep)
            {
                int* indices = operands.Indices;
                for (nint channel = operands.FirstChannel; channel < end; channel += TLanes.Count, indices += indexStep)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    nint c = Math.Min(channel, channels - TLanes.Count);
                    float* line = map + TReader.First<TLanes, TVector>(c, operands);
                    if (fetches)
                    {
                        operands.Fetch(line + ahead, step, IGroupedTile.Pixels * 2, 2);
                    }

                    if (fetchesOutput)
                    {
                        epilogue.Fetch(firstOutput + outputRow + c, IGroupedTile.Pixels, TLanes.Count);
                    }

                    float* w = operands.Weight + (channel * operands.WeightsOfChannel) + (rowTaps.First * TKernel.Value * tap);
                    TVector a0 = TLanes.Load(epilogue.Bias + c), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0;
                    for (int ky = rowTaps.First; ky < rowTaps.End; ky++, line += rows, w += (TKernel.Value - 1) * tap)
                    {
                        int* index = indices;
                        for (int k = 0; k < inputs; k++, w += weightStep, index += TLanes.Count)
                        {
                            TVector w0 = TLanes.Load(w);
                            TVector w1 = TKernel.Value > 1 ? TLanes.Load(w + (1 * tap)) : w0;
                            TVector w2 = TKernel.Value > 2 ? TLanes.Load(w + (2 * tap)) : w0;
                            TVector w3 = TKernel.Value > 3 ? TLanes.Load(w + (3 * tap)) : w0;
                            TVector w4 = TKernel.Value > 4 ? TLanes.Load(w + (4 * tap)) : w0;
                            TVector w5 = TKernel.Value > 5 ? TLanes.Load(w + (5 * tap)) : w0;
                            TVector w6 = TKernel.Value > 6 ? TLanes.Load(w + (6 * tap)) : w0;
                            float* p0 = line, p1 = p0 + thrice, p2 = p1 + thrice, p3 = p2 + thrice, p4 = p3 + thrice, p5 = p4 + thrice, p6 = p5 + thrice;
                            TVector v;

                            if (TColumns.Has(0, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p0, k, index);
                                a0 = TLanes.MultiplyAdd(v, w0, a0);
                            }

                            if (TColumns.Has(1, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p0 + step, k, index);
                                a0 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a0) : a0;
                            }

                            if (TColumns.Has(2, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p0 + twice, k, index);
                                a1 = TLanes.MultiplyAdd(v, w0, a1);
                                a0 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a0) : a0;
                            }

                            if (TColumns.Has(3, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p1, k, index);
                                a1 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a1) : a1;
                                a0 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a0) : a0;
                            }

                            if (TColumns.Has(4, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p1 + step, k, index);
                                a2 = TLanes.MultiplyAdd(v, w0, a2);
                                a1 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a1) : a1;
                                a0 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a0) : a0;
                            }

                            if (TColumns.Has(5, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p1 + twice, k, index);
                                a2 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a2) : a2;
                                a1 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a1) : a1;
                                a0 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a0) : a0;
                            }

                            if (TColumns.Has(6, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p2, k, index);
                                a3 = TLanes.MultiplyAdd(v, w0, a3);
                                a2 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a2) : a2;
                                a1 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a1) : a1;
                                a0 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a0) : a0;
                            }

                            if (TColumns.Has(7, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p2 + step, k, index);
                                a3 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a3) : a3;
                                a2 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a2) : a2;
                                a1 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a1) : a1;
                            }

                            if (TColumns.Has(8, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p2 + twice, k, index);
                                a4 = TLanes.MultiplyAdd(v, w0, a4);
                                a3 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a3) : a3;
                                a2 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a2) : a2;
                                a1 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a1) : a1;
                            }

                            if (TColumns.Has(9, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p3, k, index);
                                a4 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a4) : a4;
                                a3 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a3) : a3;
                                a2 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a2) : a2;
                            }

                            if (TColumns.Has(10, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p3 + step, k, index);
                                a5 = TLanes.MultiplyAdd(v, w0, a5);
                                a4 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a4) : a4;
                                a3 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a3) : a3;
                                a2 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a2) : a2;
                            }

                            if (TColumns.Has(11, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p3 + twice, k, index);
                                a5 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a5) : a5;
                                a4 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a4) : a4;
                                a3 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a3) : a3;
                            }

                            if (TColumns.Has(12, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p4, k, index);
                                a6 = TLanes.MultiplyAdd(v, w0, a6);
                                a5 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a5) : a5;
                                a4 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a4) : a4;
                                a3 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a3) : a3;
                            }

                            if (TKernel.Value > 1 && TColumns.Has(13, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p4 + step, k, index);
                                a6 = TLanes.MultiplyAdd(v, w1, a6);
                                a5 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a5) : a5;
                                a4 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a4) : a4;
                            }

                            if (TKernel.Value > 2 && TColumns.Has(14, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p4 + twice, k, index);
                                a6 = TLanes.MultiplyAdd(v, w2, a6);
                                a5 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a5) : a5;
                                a4 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a4) : a4;
                            }

                            if (TKernel.Value > 3 && TColumns.Has(15, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p5, k, index);
                                a6 = TLanes.MultiplyAdd(v, w3, a6);
                                a5 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a5) : a5;
                            }

                            if (TKernel.Value > 4 && TColumns.Has(16, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p5 + step, k, index);
                                a6 = TLanes.MultiplyAdd(v, w4, a6);
                                a5 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a5) : a5;
                            }

                            if (TKernel.Value > 5 && TColumns.Has(17, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p5 + twice, k, index);
                                a6 = TLanes.MultiplyAdd(v, w5, a6);
                            }

                            if (TKernel.Value > 6 && TColumns.Has(18, TKernel.Value, 2, from, columns))
                            {
                                v = TReader.Read<TLanes, TVector>(p6, k, index);
                                a6 = TLanes.MultiplyAdd(v, w6, a6);
                            }
                        }
                    }

                    GroupedOutput.Write<TLanes, TVector, TColumns>(a0, a1, a2, a3, a4, a5, a6, epilogue, c, firstOutput + c, pixels);
                }
            }

            epilogue.ActivateAt<TLanes, TVector>(begin + first, ((window.Tiles - 1) * IGroupedTile.Pixels) + pixels, (int)(end - first));
        }
    }
}
