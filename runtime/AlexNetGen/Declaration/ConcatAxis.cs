namespace AlexNetGen;

/// <summary>What <see cref="ConcatAttribute"/> puts after each other.</summary>
public enum ConcatAxis
{
    /// <summary>Channels, or features.</summary>
    Channels,

    /// <summary>Rows: the maps stand one below the other.</summary>
    Height,

    /// <summary>Columns: the maps stand side by side.</summary>
    Width,
}
