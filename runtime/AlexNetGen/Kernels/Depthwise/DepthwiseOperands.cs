namespace AlexNetGen.Kernels;

/// <summary>What rows of a depthwise convolution read and write.</summary>
internal unsafe struct DepthwiseOperands
{
    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>[InputHeight][InputWidth][channel], from the first channel that is computed; rows that are not read need not be there.</summary>
    public float* Map;

    /// <summary>Floats from one pixel of the map to the next.</summary>
    public int MapStep;

    /// <summary>[vector of channels][ky][kx][lane] of all channels; the last vector overlaps the one before it.</summary>
    public float* Weight;

    /// <summary>Lanes of a vector of the weights: as many as one that is computed, or more.</summary>
    public int Lanes;

    /// <summary>The first channel that is computed.</summary>
    public int FirstChannel;

    /// <summary>The channels to compute, no fewer than a vector.</summary>
    public int Channels;

    /// <summary>What follows, and where the results go, from the first channel that is computed.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>The weights of a vector of channels, the first tap's; the next tap's are <see cref="Lanes"/> further.</summary>
    /// <param name="channel">Its first channel, counted from <see cref="FirstChannel"/>.</param>
    public readonly float* WeightOf(int channel)
    {
        int first = FirstChannel + channel, last = Sizes.InputChannels - Lanes;
        (int vector, int lane) = first < last ? Math.DivRem(first, Lanes) : ((Sizes.InputChannels - 1) / Lanes, first - last);
        return Weight + ((nint)vector * Lanes * Sizes.KernelHeight * Sizes.KernelWidth) + lane;
    }
}
