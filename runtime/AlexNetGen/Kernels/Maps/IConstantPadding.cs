namespace AlexNetGen.Kernels;

/// <summary>The sizes and the value of a padding. Generated code implements it with literals.</summary>
public interface IConstantPadding
{
    /// <summary>Channels of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    static abstract int InputWidth { get; }

    /// <summary>Rows above.</summary>
    static abstract int PaddingTop { get; }

    /// <summary>Rows below.</summary>
    static abstract int PaddingBottom { get; }

    /// <summary>Columns on the left.</summary>
    static abstract int PaddingLeft { get; }

    /// <summary>Columns on the right.</summary>
    static abstract int PaddingRight { get; }

    /// <summary>What the padding is filled with.</summary>
    static abstract float Value { get; }
}
