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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in GroupedOperands operands, int y, int x)
    {
        GroupedWindow window = new(operands.Sizes, y, x, 2);
        ConvolutionEpilogue epilogue = operands.Epilogue;
        nint step = operands.Sizes.InputChannels;
        nint row = operands.Sizes.InputWidth * step, rows = row * operands.Sizes.DilationHeight;
        nint channels = step, tap = step * operands.Inputs, output = epilogue.OutputStep, firstOutput = (((nint)y * operands.Sizes.OutputWidth) + x) * output;
        int from = window.FirstColumn, pixels = window.Pixels, inputs = operands.Inputs;
        int* indices = operands.Indices;
        uint columns = (uint)(window.EndColumn - from);
        float* map = operands.Map + (window.Top * row) + (window.Left * step);
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (nint channel = 0; channel < channels; channel += TLanes.Count)
        {
            // The last vector overlaps its neighbour instead of hanging over.
            nint c = Math.Min(channel, channels - TLanes.Count);
            float* line = map + TReader.First<TLanes, TVector>(c, inputs);
            float* weight = operands.Weight + (window.FirstTap * TKernel.Value * tap) + c;
            TVector a0 = TLanes.Load(epilogue.Bias + c), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0;
            for (int ky = window.FirstTap; ky < window.EndTap; ky++, line += rows, weight += TKernel.Value * tap)
            {
                float* w = weight;
                for (int k = 0; k < inputs; k++, w += step)
                {
                    TVector w0 = TLanes.Load(w);
                    TVector w1 = TKernel.Value > 1 ? TLanes.Load(w + (1 * tap)) : w0;
                    TVector w2 = TKernel.Value > 2 ? TLanes.Load(w + (2 * tap)) : w0;
                    TVector w3 = TKernel.Value > 3 ? TLanes.Load(w + (3 * tap)) : w0;
                    TVector w4 = TKernel.Value > 4 ? TLanes.Load(w + (4 * tap)) : w0;
                    TVector w5 = TKernel.Value > 5 ? TLanes.Load(w + (5 * tap)) : w0;
                    TVector w6 = TKernel.Value > 6 ? TLanes.Load(w + (6 * tap)) : w0;
                    float* p = line;
                    TVector v;

                    if ((uint)(0 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a0 = TLanes.MultiplyAdd(v, w0, a0);
                    }

                    p += step;

                    if ((uint)(1 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a0 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a0) : a0;
                    }

                    p += step;

                    if ((uint)(2 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a1 = TLanes.MultiplyAdd(v, w0, a1);
                        a0 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a0) : a0;
                    }

                    p += step;

                    if ((uint)(3 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a1 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a1) : a1;
                        a0 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a0) : a0;
                    }

                    p += step;

                    if ((uint)(4 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a2 = TLanes.MultiplyAdd(v, w0, a2);
                        a1 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a1) : a1;
                        a0 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a0) : a0;
                    }

                    p += step;

                    if ((uint)(5 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a2 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a2) : a2;
                        a1 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a1) : a1;
                        a0 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a0) : a0;
                    }

                    p += step;

                    if ((uint)(6 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a3 = TLanes.MultiplyAdd(v, w0, a3);
                        a2 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a2) : a2;
                        a1 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a1) : a1;
                        a0 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a0) : a0;
                    }

                    p += step;

                    if ((uint)(7 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a3 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a3) : a3;
                        a2 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a2) : a2;
                        a1 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a1) : a1;
                    }

                    p += step;

                    if ((uint)(8 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a4 = TLanes.MultiplyAdd(v, w0, a4);
                        a3 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a3) : a3;
                        a2 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a2) : a2;
                        a1 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a1) : a1;
                    }

                    p += step;

                    if ((uint)(9 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a4 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a4) : a4;
                        a3 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a3) : a3;
                        a2 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a2) : a2;
                    }

                    p += step;

                    if ((uint)(10 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a5 = TLanes.MultiplyAdd(v, w0, a5);
                        a4 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a4) : a4;
                        a3 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a3) : a3;
                        a2 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a2) : a2;
                    }

                    p += step;

                    if ((uint)(11 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a5 = TKernel.Value > 1 ? TLanes.MultiplyAdd(v, w1, a5) : a5;
                        a4 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a4) : a4;
                        a3 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a3) : a3;
                    }

                    p += step;

                    if ((uint)(12 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w0, a6);
                        a5 = TKernel.Value > 2 ? TLanes.MultiplyAdd(v, w2, a5) : a5;
                        a4 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a4) : a4;
                        a3 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a3) : a3;
                    }

                    p += step;

                    if (TKernel.Value > 1 && (uint)(13 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w1, a6);
                        a5 = TKernel.Value > 3 ? TLanes.MultiplyAdd(v, w3, a5) : a5;
                        a4 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a4) : a4;
                    }

                    p += step;

                    if (TKernel.Value > 2 && (uint)(14 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w2, a6);
                        a5 = TKernel.Value > 4 ? TLanes.MultiplyAdd(v, w4, a5) : a5;
                        a4 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a4) : a4;
                    }

                    p += step;

                    if (TKernel.Value > 3 && (uint)(15 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w3, a6);
                        a5 = TKernel.Value > 5 ? TLanes.MultiplyAdd(v, w5, a5) : a5;
                    }

                    p += step;

                    if (TKernel.Value > 4 && (uint)(16 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w4, a6);
                        a5 = TKernel.Value > 6 ? TLanes.MultiplyAdd(v, w6, a5) : a5;
                    }

                    p += step;

                    if (TKernel.Value > 5 && (uint)(17 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w5, a6);
                    }

                    p += step;

                    if (TKernel.Value > 6 && (uint)(18 - from) < columns)
                    {
                        v = TReader.Read<TLanes, TVector>(p, k, indices);
                        a6 = TLanes.MultiplyAdd(v, w6, a6);
                    }
                }
            }

            nint at = firstOutput + c;
            Store(a0, 0, pixels, ref at, output, epilogue, c, least, largest);
            Store(a1, 1, pixels, ref at, output, epilogue, c, least, largest);
            Store(a2, 2, pixels, ref at, output, epilogue, c, least, largest);
            Store(a3, 3, pixels, ref at, output, epilogue, c, least, largest);
            Store(a4, 4, pixels, ref at, output, epilogue, c, least, largest);
            Store(a5, 5, pixels, ref at, output, epilogue, c, least, largest);
            Store(a6, 6, pixels, ref at, output, epilogue, c, least, largest);
        }

        epilogue.Activate<TLanes, TVector>(((nint)y * operands.Sizes.OutputWidth) + x, pixels, 0, (int)channels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector a, int pixel, int pixels, ref nint at, nint step, in ConvolutionEpilogue epilogue, nint channel, TVector least, TVector largest)
    {
        if (pixel < pixels)
        {
            TLanes.Store(epilogue.Finish<TLanes, TVector>(a, channel, at, least, largest), epilogue.Output + at);
        }

        at += step;
    }
}
