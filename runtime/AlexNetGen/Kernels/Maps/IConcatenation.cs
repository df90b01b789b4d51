namespace AlexNetGen.Kernels;

/// <summary>
/// Where one input goes in a joined map, as runs of values that stay together: the channels of a point, of a row or of
/// all rows, whichever is joined. Generated code implements it with literals.
/// </summary>
public interface IConcatenation
{
    /// <summary>Runs of input and output.</summary>
    static abstract int Runs { get; }

    /// <summary>Values of one run of the input.</summary>
    static abstract int InputRun { get; }

    /// <summary>Values of one run of the joined map.</summary>
    static abstract int OutputRun { get; }

    /// <summary>The first value of an output's run that is this input's.</summary>
    static abstract int Offset { get; }
}
