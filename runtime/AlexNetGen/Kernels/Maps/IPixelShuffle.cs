namespace AlexNetGen.Kernels;

/// <summary>The sizes of a pixel shuffle. Generated code implements it with literals.</summary>
public interface IPixelShuffle
{
    /// <summary>Channels of the output; the input has them times the factor squared.</summary>
    static abstract int OutputChannels { get; }

    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    static abstract int InputWidth { get; }

    /// <summary>What rows and columns are multiplied by.</summary>
    static abstract int UpscaleFactor { get; }
}
