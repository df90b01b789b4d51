namespace AlexNetGen.Kernels;

/// <summary>The sizes and constants of a local response normalisation. Generated code implements it with literals.</summary>
public interface ILocalResponseNormalization
{
    /// <summary>Channels of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Points of the feature map: rows x columns.</summary>
    static abstract int Points { get; }

    /// <summary>Channels of a window; odd.</summary>
    static abstract int Size { get; }

    /// <summary>The weight of the sum of squares: alpha / size, or alpha itself, by the dialect.</summary>
    static abstract float Scale { get; }

    /// <summary>The exponent.</summary>
    static abstract float Beta { get; }

    /// <summary>The constant term.</summary>
    static abstract float K { get; }
}
