using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>The first or the last step of a transformed convolution of many weights. A chunk is a tile of the batch.</summary>
internal unsafe struct TransformTiles<TTransform> : IParallelWork
    where TTransform : struct, ITileTransform
{
    /// <summary>The step.</summary>
    public TTransform Step;

    /// <summary>The first tile's values.</summary>
    public float* Values;

    /// <summary>Floats from one tile's values to the next.</summary>
    public nint TileStep;

    /// <summary>The first tile of the batch.</summary>
    public int FirstTile;

    /// <inheritdoc/>
    public void Run(int chunk) => Step.Transform(FirstTile + chunk, Values + (chunk * TileStep));
}
