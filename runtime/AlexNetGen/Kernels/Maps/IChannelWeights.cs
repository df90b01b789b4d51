namespace AlexNetGen.Kernels;

/// <summary>The number of weights that an operation has. Generated code implements it with literals.</summary>
public interface IChannelWeights
{
    /// <summary>Values of the weight, and of the bias where there is one.</summary>
    static abstract int WeightLength { get; }
}
