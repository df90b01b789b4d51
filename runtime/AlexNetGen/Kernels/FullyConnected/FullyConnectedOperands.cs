namespace AlexNetGen.Kernels;

/// <summary>What a fully connected layer reads and writes, for any number of images.</summary>
internal unsafe struct FullyConnectedOperands
{
    /// <summary>The first image's input.</summary>
    public float* Inputs;

    /// <summary>Floats from one image's input to the next one's.</summary>
    public int InputStride;

    /// <summary>[block][input feature][output feature of the block], stored in any way.</summary>
    public byte* Weight;

    /// <summary>Where it lies.</summary>
    public FullyConnectedLayout Layout;

    /// <summary>A factor for each output, or null.</summary>
    public float* Scale;

    /// <summary>One value for each output, or null.</summary>
    public float* Bias;

    /// <summary>Whether max(x, 0) is applied to the result.</summary>
    public bool ReLU;

    /// <summary>The first image's output.</summary>
    public float* Outputs;

    /// <summary>Floats from one image's output to the next one's.</summary>
    public int OutputStride;

    /// <summary>The number of images.</summary>
    public int Images;
}
