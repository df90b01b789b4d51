namespace AlexNetGen.Kernels;

/// <summary>Where the channels of one input go in a joined map. Generated code implements it with literals.</summary>
public interface IConcatenation : IChannels
{
    /// <summary>Channels of the joined map.</summary>
    static abstract int OutputChannels { get; }

    /// <summary>The first channel of the joined map that is this input's.</summary>
    static abstract int Offset { get; }
}
