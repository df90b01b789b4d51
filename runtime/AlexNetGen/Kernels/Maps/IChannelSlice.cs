namespace AlexNetGen.Kernels;

/// <summary>Which channels of a map are taken. Generated code implements it with literals.</summary>
public interface IChannelSlice : IChannels
{
    /// <summary>The first channel that is taken.</summary>
    static abstract int Start { get; }

    /// <summary>Channels that are taken.</summary>
    static abstract int Count { get; }
}
