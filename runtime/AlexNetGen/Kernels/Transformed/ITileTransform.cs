namespace AlexNetGen.Kernels;

/// <summary>
/// The transform of a tile of the input into values at points, or of products at points into a tile of the output.
/// What lies between is <see cref="TransformLayout"/>'s.
/// </summary>
internal unsafe interface ITileTransform
{
    /// <summary>Transforms one tile. May run on several threads at once, for different tiles.</summary>
    /// <param name="tile">Its number.</param>
    /// <param name="values">Its first values at the first point.</param>
    void Transform(int tile, float* values);
}
