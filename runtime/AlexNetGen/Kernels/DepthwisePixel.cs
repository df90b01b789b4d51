using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// A tile of a depthwise convolution tap by tap: for the kernels that no other tile is written for, with dilation,
/// strides over two or more than seven columns.
/// </summary>
internal unsafe struct DepthwisePixel<TLanes, TVector> : IDepthwiseTile
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in DepthwiseOperands operands, int y, int x)
    {
        ConvolutionSizes sizes = operands.Sizes;
        DepthwiseWindow window = new(sizes, y, x, sizes.StrideWidth);
        ConvolutionEpilogue epilogue = operands.Epilogue;
        nint channels = sizes.InputChannels, row = sizes.InputWidth * channels;
        nint first = (((nint)y * sizes.OutputWidth) + x) * channels;
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (int pixel = 0; pixel < window.Pixels; pixel++)
        {
            int left = ((x + pixel) * sizes.StrideWidth) - sizes.PaddingLeft;
            for (nint channel = 0; channel < channels; channel += TLanes.Count)
            {
                // The last vector overlaps its neighbour instead of hanging over.
                nint c = Math.Min(channel, channels - TLanes.Count);
                TVector sum = TLanes.Load(epilogue.Bias + c);
                for (int ky = window.FirstTap; ky < window.EndTap; ky++)
                {
                    float* line = operands.Map + ((window.Top + ((ky - window.FirstTap) * sizes.DilationHeight)) * row) + c;
                    float* w = operands.Weight + (ky * sizes.KernelWidth * channels) + c;
                    for (int kx = 0; kx < sizes.KernelWidth; kx++, w += channels)
                    {
                        int column = left + (kx * sizes.DilationWidth);
                        if ((uint)column < (uint)sizes.InputWidth)
                        {
                            sum = TLanes.MultiplyAdd(TLanes.Load(line + (column * channels)), TLanes.Load(w), sum);
                        }
                    }
                }

                nint at = first + (pixel * channels) + c;
                TLanes.Store(epilogue.Finish<TLanes, TVector>(sum, c, at, least, largest), epilogue.Output + at);
            }
        }

        epilogue.Activate<TLanes, TVector>(((nint)y * sizes.OutputWidth) + x, window.Pixels, 0, (int)channels);
    }
}
