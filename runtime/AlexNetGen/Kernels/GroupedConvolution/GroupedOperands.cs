using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>What a convolution in small groups reads and writes.</summary>
internal unsafe struct GroupedOperands
{
    /// <summary>Maps up to so many floats, 512 KB, are in the second-level cache when their layer is computed.</summary>
    public const int LargestInCache = 1 << 17;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>[InputHeight][InputWidth][channel].</summary>
    public float* Map;

    /// <summary>[vector of output channels][ky][kx][input of the group][lane].</summary>
    public float* Weight;

    /// <summary>Input channels of a group, and output channels.</summary>
    public int Inputs;

    /// <summary>Weights of one output channel.</summary>
    public readonly nint WeightsOfChannel => (nint)Sizes.KernelHeight * Sizes.KernelWidth * Inputs;

    /// <summary>[input of the group][lane]: for each output lane, the lane of its group's input; null where no vector holds several groups.</summary>
    public int* Indices;

    /// <summary>The first channel to compute.</summary>
    public int FirstChannel;

    /// <summary>The channel after the last to compute.</summary>
    public int EndChannel;

    /// <summary>What follows, and where the results go.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>
    /// Begins to bring into the second-level cache what the row of outputs after this one reads besides: neighbouring pixels lie
    /// too far apart for the processor to guess them.
    /// </summary>
    /// <param name="pixel">The first pixel, at the channels in question.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="rows">The number of rows.</param>
    public readonly void Fetch(float* pixel, int pixels, int rows)
    {
        nint step = Sizes.InputChannels, row = Sizes.InputWidth * step;
        for (; Sse.IsSupported && rows > 0; rows--, pixel += row)
        {
            float* next = pixel;
            for (int left = pixels; left > 0; left--, next += step)
            {
                Sse.Prefetch1(next);
            }
        }
    }
}
