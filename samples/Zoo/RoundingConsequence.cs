namespace AlexNetGen.Samples;

/// <summary>What the rounding of an output length does to the input.</summary>
public enum RoundingConsequence
{
    /// <summary>Rounded down: the window left out would have read padding alone that no other reads.</summary>
    DropsPadding,

    /// <summary>Rounded down: the window left out would have begun past the last row, since the stride skips rows everywhere.</summary>
    SkipsRows,

    /// <summary>Rounded down: the last rows and columns are never read.</summary>
    LosesRows,

    /// <summary>Rounded up: the last window hangs over the edge.</summary>
    HangsOver,
}
