namespace AlexNetGen.Kernels;

/// <summary>Computes some neighbouring pixels of a row of a convolution in small groups.</summary>
internal interface IGroupedTile
{
    /// <summary>Pixels of a tile.</summary>
    const int Pixels = 7;

    /// <summary>Computes neighbouring pixels, at the channels that the operands name.</summary>
    /// <param name="operands">The convolution.</param>
    /// <param name="y">The row of the output.</param>
    /// <param name="left">The first column of the output.</param>
    /// <param name="right">The column after the last.</param>
    static abstract void Run(in GroupedOperands operands, int y, int left, int right);
}

/// <summary>What a convolution in small groups reads and writes.</summary>
internal unsafe struct GroupedOperands
{
    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>[InputHeight][InputWidth][channel].</summary>
    public float* Map;

    /// <summary>[ky][kx][input of the group][output channel].</summary>
    public float* Weight;

    /// <summary>Input channels of a group, and output channels.</summary>
    public int Inputs;

    /// <summary>[input of the group][lane]: for each output lane, the lane of its group's input; null where no vector holds several groups.</summary>
    public int* Indices;

    /// <summary>The first channel to compute.</summary>
    public int FirstChannel;

    /// <summary>The channel after the last to compute.</summary>
    public int EndChannel;

    /// <summary>What follows, and where the results go.</summary>
    public ConvolutionEpilogue Epilogue;
}
