namespace AlexNetGen.Kernels;

/// <summary>The sizes of a normalisation over groups of channels. Generated code implements it with literals.</summary>
public interface IGroupNormalization : IChannelWeights
{
    /// <summary>Channels of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Parts of the map that are normalised each on its own: 1, or every point.</summary>
    static abstract int Regions { get; }

    /// <summary>Points of a region.</summary>
    static abstract int Points { get; }

    /// <summary>Groups that the channels are split into, each normalised on its own; divides the channels.</summary>
    static abstract int Groups { get; }

    /// <summary>What is added to the variance.</summary>
    static abstract float Epsilon { get; }
}
