namespace AlexNetGen.Kernels;

/// <summary>The sizes and constants of a batch normalisation. Generated code implements it with literals.</summary>
public interface IBatchNormalization : IChannels
{
    /// <summary>Added to the variance.</summary>
    static abstract float Epsilon { get; }

    /// <summary>Whether max(x, 0) is applied to the result.</summary>
    static abstract bool ReLU { get; }
}
