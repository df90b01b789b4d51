namespace AlexNetGen.Kernels;

/// <summary>The sizes and constants of a batch normalisation. Generated code implements it with literals.</summary>
public interface IBatchNormalization : IChannels
{
    /// <summary>Values from one point of the input to the next, where other channels lie between; 0 where there are none.</summary>
    static virtual int InputStep => 0;

    /// <summary>The first channel of the input that is read, where other channels lie before it.</summary>
    static virtual int InputStart => 0;

    /// <summary>Added to the variance.</summary>
    static abstract float Epsilon { get; }

    /// <summary>Whether max(x, 0) is applied to the result.</summary>
    static abstract bool ReLU { get; }
}
