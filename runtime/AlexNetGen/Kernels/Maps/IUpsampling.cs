namespace AlexNetGen.Kernels;

/// <summary>The sizes and the rule of an enlargement. Generated code implements it with literals.</summary>
public interface IUpsampling
{
    /// <summary>Channels of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    static abstract int InputWidth { get; }

    /// <summary>Rows of the output.</summary>
    static abstract int OutputHeight { get; }

    /// <summary>Columns of the output.</summary>
    static abstract int OutputWidth { get; }

    /// <summary>Rows of the input from one row of the output to the next.</summary>
    static abstract double StepHeight { get; }

    /// <summary>Columns of the input from one column of the output to the next.</summary>
    static abstract double StepWidth { get; }

    /// <summary>Whether the outermost points of input and output are the same points, rather than their outermost edges.</summary>
    static abstract bool AlignCorners { get; }
}
