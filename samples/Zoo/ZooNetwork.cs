using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>A network of the zoo, whatever its class.</summary>
/// <param name="Description">What the compiler knows of it.</param>
/// <param name="Preprocessing">How it wants its photographs; nothing where it reads none.</param>
/// <param name="Compute">
/// Its output for an input, with the weights of a file. Throws <see cref="InputException"/> where the file is wrong.
/// </param>
/// <param name="ComputeRandomly">Its output for an input, with the random weights of a seed.</param>
public sealed record ZooNetwork(
    NetworkDescription Description,
    Preprocessing? Preprocessing,
    Func<string, float[], float[]> Compute,
    Func<int, float[], float[]> ComputeRandomly)
{
    /// <summary>One method serves every network, for each implements <see cref="INetwork{TSelf}"/> of itself.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="preprocessing">How it wants its photographs; nothing where it reads none.</param>
    public static ZooNetwork Of<TNetwork>(Preprocessing? preprocessing)
        where TNetwork : class, INetwork<TNetwork> =>
        new(
            TNetwork.Description,
            preprocessing,
            (weights, input) => Output(WeightsFile.Load<TNetwork>(weights), input),
            (seed, input) => Output(TNetwork.WithRandomWeights(seed), input));

    private static float[] Output<TNetwork>(TNetwork loaded, float[] input)
        where TNetwork : class, INetwork<TNetwork>
    {
        using TNetwork network = loaded;
        float[] output = new float[TNetwork.OutputLength];
        network.Forward(input, output);
        return output;
    }
}
