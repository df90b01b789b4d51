namespace AlexNetGen.Kernels;

/// <summary>The sizes of a parametric rectified linear unit. Generated code implements it with literals.</summary>
public interface IParametricRectifiedLinear : IChannelWeights
{
    /// <summary>Channels of input and output; the weight has as many values, or one.</summary>
    static abstract int Channels { get; }

    /// <summary>Points of the feature map: rows x columns; 1 for a vector.</summary>
    static abstract int Points { get; }
}
