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

    /// <summary>[ky][kx][channel], from the first channel that is computed.</summary>
    public float* Weight;

    /// <summary>Floats from one tap to the next: all channels.</summary>
    public int WeightStep;

    /// <summary>The channels to compute, no fewer than a vector.</summary>
    public int Channels;

    /// <summary>What follows, and where the results go, from the first channel that is computed.</summary>
    public ConvolutionEpilogue Epilogue;
}
