using AlexNetGen.Weights;

namespace AlexNetGen;

/// <summary>
/// Random weights, the same bits for a seed on every machine: each tensor is uniform in
/// [-sqrt(6 / F), sqrt(6 / F)), where F is its fan-in, for weights and biases alike (He et al., 2015), so that
/// activations neither vanish nor grow through layers of ReLU. A running variance, which cannot be negative, is
/// uniform in [0.5, 1.5).
/// </summary>
/// <remarks>
/// The values of a tensor are <see cref="UniformGenerator"/>'s for the tensor's name and the seed, row-major, with
/// the bound <c>(float)Math.Sqrt(6.0 / F)</c>.
/// </remarks>
public sealed class RandomWeights : ITensorSource, IArenaSource
{
    private readonly Dictionary<string, TensorDescription> _tensors;
    private readonly int _seed;
    private readonly string _network;
    private readonly WeightsArena _arena;

    /// <summary>Makes random weights of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed; any number.</param>
    public RandomWeights(NetworkDescription network, int seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        _tensors = network.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        _seed = seed;
        _network = network.Name;
        _arena = new WeightsArena(network.Tensors.Sum(tensor => (long)tensor.Shape.Length));
    }

    /// <inheritdoc/>
    WeightsArena IArenaSource.Arena => _arena;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The network has no such tensor.</exception>
    public float[] Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_tensors.TryGetValue(name, out TensorDescription? tensor))
        {
            throw new ArgumentException($"{_network} has no tensor {TensorName.Quote(name)}.", nameof(name));
        }

        float[] values = new float[tensor.Shape.Length];
        if (name.EndsWith(".running_var", StringComparison.Ordinal))
        {
            UniformGenerator.Fill(name, _seed, bound: 0.5f, values);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] += 1;
            }

            return values;
        }

        UniformGenerator.Fill(name, _seed, (float)Math.Sqrt(6.0 / tensor.FanIn), values);
        return values;
    }
}
