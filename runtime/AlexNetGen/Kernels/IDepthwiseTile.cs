namespace AlexNetGen.Kernels;

/// <summary>Computes some neighbouring pixels of a row of a depthwise convolution.</summary>
internal interface IDepthwiseTile
{
    /// <summary>Pixels of a tile.</summary>
    const int Pixels = 7;

    /// <summary>Computes up to seven pixels, at every channel.</summary>
    /// <param name="operands">The convolution.</param>
    /// <param name="y">The row of the output.</param>
    /// <param name="x">The first column of the output.</param>
    static abstract void Run(in DepthwiseOperands operands, int y, int x);
}

/// <summary>What a depthwise convolution reads and writes.</summary>
internal unsafe struct DepthwiseOperands
{
    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>[InputHeight][InputWidth][channel].</summary>
    public float* Map;

    /// <summary>[ky][kx][channel].</summary>
    public float* Weight;

    /// <summary>What follows, and where the results go.</summary>
    public ConvolutionEpilogue Epilogue;
}
