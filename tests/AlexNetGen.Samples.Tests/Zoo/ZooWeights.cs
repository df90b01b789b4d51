using AlexNetGen.Weights;

namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>
/// The weights of the goldens: WithRandomWeights's, but that the weight of a batch normalisation is in [0.5, 1.25). Around
/// zero each normalisation halves what the image says, and after fifty of them a wrong first layer would not be seen.
/// </summary>
/// <param name="network">The network.</param>
internal sealed class ZooWeights(NetworkDescription network) : ITensorSource
{
    private readonly RandomWeights _random = new(network, ZooGolden.WeightSeed);

    private readonly HashSet<string> _scales =
    [
        .. network.Tensors.Select(tensor => tensor.Name)
            .Where(name => name.EndsWith(".running_var", StringComparison.Ordinal))
            .Select(name => name.Replace(".running_var", ".weight", StringComparison.Ordinal)),
    ];

    /// <summary>Whether they are WithRandomWeights's.</summary>
    public bool AreRandom => _scales.Count == 0;

    /// <inheritdoc/>
    public float[] Read(string name)
    {
        if (!_scales.Contains(name))
        {
            return _random.Read(name);
        }

        float[] values = new float[network.Tensors.Single(tensor => tensor.Name == name).Shape.Length];
        UniformGenerator.Fill(name, ZooGolden.WeightSeed, bound: 0.375f, values);
        return [.. values.Select(value => value + 0.875f)];
    }

    /// <summary>Writes them to a file, which the caller deletes.</summary>
    public string Save()
    {
        string path = Path.GetTempFileName();
        using FileStream file = File.Create(path);
        WeightsWriter.Save(file, network, this);
        return path;
    }
}
