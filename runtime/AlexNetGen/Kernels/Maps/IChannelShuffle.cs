namespace AlexNetGen.Kernels;

/// <summary>The sizes of a channel shuffle. Generated code implements it with literals.</summary>
public interface IChannelShuffle
{
    /// <summary>Channels of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Points of the feature map: rows x columns.</summary>
    static abstract int Points { get; }

    /// <summary>Groups that the channels are dealt from; divides the channels.</summary>
    static abstract int Groups { get; }
}
