using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// A row of a convolution in small groups tap by tap: for the kernels that no other tile is written for, with dilation,
/// strides over two or more than seven columns.
/// </summary>
internal unsafe struct GroupedPixel<TLanes, TVector, TReader> : IGroupedRow
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TReader : struct, IGroupReader
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in GroupedOperands operands, int y, int left, int right)
    {
        ConvolutionSizes sizes = operands.Sizes;
        GroupedWindow window = new(sizes, y, left, sizes.StrideWidth);
        ConvolutionEpilogue epilogue = operands.Epilogue;
        int inputs = operands.Inputs;
        int* indices = operands.Indices;
        nint channels = sizes.InputChannels, weightStep = TLanes.Count, row = sizes.InputWidth * channels;
        nint first = (((nint)y * sizes.OutputWidth) + left) * epilogue.OutputStep;
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (int pixel = 0; pixel < right - left; pixel++)
        {
            int column0 = ((left + pixel) * sizes.StrideWidth) - sizes.PaddingLeft;
            for (nint channel = operands.FirstChannel; channel < operands.EndChannel; channel += TLanes.Count)
            {
                // The last vector overlaps its neighbour instead of hanging over.
                nint c = Math.Min(channel, channels - TLanes.Count);
                TVector sum = TLanes.Load(epilogue.Bias + c);
                for (int ky = window.FirstTap; ky < window.EndTap; ky++)
                {
                    float* line = operands.Map + ((window.Top + ((ky - window.FirstTap) * sizes.DilationHeight)) * row) + TReader.First<TLanes, TVector>(c, inputs);
                    float* w = operands.Weight + (channel * operands.WeightsOfChannel) + (ky * sizes.KernelWidth * inputs * weightStep);
                    for (int kx = 0; kx < sizes.KernelWidth; kx++)
                    {
                        int column = column0 + (kx * sizes.DilationWidth);
                        bool isInside = (uint)column < (uint)sizes.InputWidth;
                        for (int k = 0; k < inputs; k++, w += weightStep)
                        {
                            sum = isInside
                                ? TLanes.MultiplyAdd(TReader.Read<TLanes, TVector>(line + (column * channels), k, indices), TLanes.Load(w), sum)
                                : sum;
                        }
                    }
                }

                nint at = first + (pixel * epilogue.OutputStep) + c;
                TLanes.Store(epilogue.Finish<TLanes, TVector>(sum, c, at, least, largest), epilogue.Output + at);
            }
        }

        epilogue.Activate<TLanes, TVector>(((nint)y * sizes.OutputWidth) + left, right - left, operands.FirstChannel, operands.EndChannel - operands.FirstChannel);
    }
}
