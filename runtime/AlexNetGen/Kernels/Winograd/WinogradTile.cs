namespace AlexNetGen.Kernels;

/// <summary>One tile of a map that Winograd's algorithm computes.</summary>
internal readonly record struct WinogradTile
{
    /// <summary>The image it belongs to.</summary>
    public required int Image { get; init; }

    /// <summary>Its first row in the output: of a dilated convolution, of the rows of its part.</summary>
    public required int Top { get; init; }

    /// <summary>Its first column in the output, likewise.</summary>
    public required int Left { get; init; }

    /// <summary>The first row of its part of a dilated convolution; 0 of others.</summary>
    public required int FirstRow { get; init; }

    /// <summary>The first column of its part of a dilated convolution; 0 of others.</summary>
    public required int FirstColumn { get; init; }

    /// <summary>Whether it has m rows, and values at the points of the last row; else one less.</summary>
    public required bool IsTall { get; init; }

    /// <summary>Whether it has m columns, and values at the points of the last column; else one less.</summary>
    public required bool IsWide { get; init; }
}
