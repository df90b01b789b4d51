namespace AlexNetGen;

/// <summary>Which algorithms a network's convolutions may be computed by.</summary>
public enum ConvolutionAlgorithms
{
    /// <summary>
    /// The fastest for each geometry. Winograd's minimal filtering (Lavin and Gray, 2015) and Strassen's algorithm (1969)
    /// are among them: their rounding errors are a few times those of the definition, their weights take 3 to 6 times the
    /// memory, 10 times with a stride of 2, and a NaN or an infinity in the input reaches a whole tile of outputs instead of
    /// one window's. The default.
    /// </summary>
    Fastest,

    /// <summary>Only those that compute the sum of the definition, in some order: no Winograd, no Strassen.</summary>
    Exact,
}
