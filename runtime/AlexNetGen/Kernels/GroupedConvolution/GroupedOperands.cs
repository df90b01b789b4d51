namespace AlexNetGen.Kernels;

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
