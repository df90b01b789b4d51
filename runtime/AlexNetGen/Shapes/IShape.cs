namespace AlexNetGen;

/// <summary>
/// A shape known at compile time. The generator writes one struct for each distinct shape of an assembly's
/// networks; a vector of n features is n channels of one row of one column, a sequence channels of one row.
/// </summary>
public interface IShape
{
    /// <summary>1 for a vector of features, 2 for channels x length, 3 for channels x height x width.</summary>
    static abstract int Rank { get; }

    /// <summary>The number of channels, or of features.</summary>
    static abstract int Channels { get; }

    /// <summary>The number of rows; 1 for features and sequences.</summary>
    static abstract int Height { get; }

    /// <summary>The number of columns, or of positions of a sequence; 1 for features.</summary>
    static abstract int Width { get; }

    /// <summary>The number of values: channels x height x width.</summary>
    static abstract int Length { get; }
}
