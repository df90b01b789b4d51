namespace AlexNetGen.Kernels;

/// <summary>The sizes of a fully connected layer, as constants. Generated code implements it with literals.</summary>
public interface IFullyConnected
{
    /// <summary>Values of the input.</summary>
    static abstract int InputFeatures { get; }

    /// <summary>Values of the output.</summary>
    static abstract int OutputFeatures { get; }

    /// <summary>Whether max(x, 0) is applied to the result.</summary>
    static abstract bool ReLU { get; }
}
