using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>One of the networks that go by the name of AlexNet.</summary>
/// <param name="Network">What the compiler knows of it.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Rounding">What becomes of Conv1's fraction.</param>
/// <param name="Preprocessing">How it wants its photographs.</param>
/// <param name="ComputeRandomly">Its output for an input, with the random weights of <see cref="WeightSeed"/>.</param>
public sealed record Reading(
    NetworkDescription Network,
    string Source,
    string Rounding,
    Preprocessing Preprocessing,
    Func<float[], float[]> ComputeRandomly)
{
    /// <summary>The seed of the random weights; PyTorch was given the same.</summary>
    public const int WeightSeed = 1;

    // Caffe's way at the paper's size.
    private static readonly Preprocessing CaffeAt224 = Preprocessing.Caffe with { CropHeight = 224, CropWidth = 224 };

    /// <summary>The six, from the oldest to the newest.</summary>
    public static IReadOnlyList<Reading> All { get; } =
    [
        Of<AlexNet2012>("cuda-convnet 2012", "up, overhang of 3", CaffeAt224),
        Of<OneGpuAlexNet2014>("cuda-convnet2 2014", "up, overhang of 3", CaffeAt224),
        Of<CaffeAlexNet>("Caffe", "down, exact", Preprocessing.Caffe),
        Of<UngroupedAlexNet227>("posted as Caffe's", "down, exact", Preprocessing.Caffe),
        Of<TorchvisionAlexNet>("torchvision", "down, padding only", Preprocessing.Torchvision),
        Of<MmpretrainAlexNet>("mmpretrain", "down, padding only", Preprocessing.Torchvision),
    ];

    // One method serves every network, for each implements INetwork of itself.
    private static Reading Of<TNetwork>(string source, string rounding, Preprocessing preprocessing)
        where TNetwork : class, INetwork<TNetwork> =>
        new(TNetwork.Description, source, rounding, preprocessing, input =>
        {
            float[] output = new float[TNetwork.OutputLength];
            using TNetwork network = TNetwork.WithRandomWeights(WeightSeed);
            network.Forward(input, output);
            return output;
        });
}
