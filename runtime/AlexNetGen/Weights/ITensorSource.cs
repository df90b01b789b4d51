namespace AlexNetGen.Weights;

/// <summary>Where a network takes its tensors from: a file, random numbers, or another network.</summary>
public interface ITensorSource
{
    /// <summary>Reads one tensor, row-major, as 32-bit floats.</summary>
    /// <param name="name">The tensor's name, one of the network's <see cref="NetworkDescription.Tensors"/>.</param>
    /// <returns>A new array, which the caller owns.</returns>
    float[] Read(string name);

    /// <summary>How precisely the source holds a tensor, so that it can be written without loss.</summary>
    /// <param name="name">The tensor's name.</param>
    StoredWeights StoredAs(string name) => StoredWeights.Float32;
}
