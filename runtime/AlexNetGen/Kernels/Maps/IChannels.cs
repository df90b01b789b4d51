namespace AlexNetGen.Kernels;

/// <summary>The sizes of a map for kernels that treat every point alike. Generated code implements it with literals.</summary>
public interface IChannels
{
    /// <summary>Channels, or features.</summary>
    static abstract int Channels { get; }

    /// <summary>Points: rows x columns.</summary>
    static abstract int Points { get; }
}
