using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>All networks of the zoo.</summary>
public static class NetworkZoo
{
    // SqueezeNet 1.1's weights are Caffe's, whoever stores them.
    private static readonly Preprocessing SqueezeNet =
        Preprocessing.Caffe with { Resize = ResizeTo.ShorterSide(256), CropRounding = CropRounding.HalfToEven };

    // torchvision's trained GoogLeNet scales its input from ImageNet's mean and deviation to -1 ... 1 (transform_input).
    private static readonly Preprocessing GoogLeNet =
        Preprocessing.Torchvision with { Mean = new(0.5f, 0.5f, 0.5f), StandardDeviation = new(0.5f, 0.5f, 0.5f) };

    /// <summary>They, in the order of their papers.</summary>
    public static IReadOnlyList<ZooNetwork> All { get; } =
    [
        ZooNetwork.Of<LeNet5>(preprocessing: null),
        ZooNetwork.Of<ZFNet>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg11>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg16>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg19>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg11BatchNorm>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg16BatchNorm>(Preprocessing.Torchvision),
        ZooNetwork.Of<GoogLeNet>(GoogLeNet),
        ZooNetwork.Of<ResNet18>(Preprocessing.Torchvision),
        ZooNetwork.Of<ResNet50>(Preprocessing.Torchvision),
        ZooNetwork.Of<SqueezeNet1_0>(Preprocessing.Torchvision),
        ZooNetwork.Of<SqueezeNet1_1>(SqueezeNet),
    ];

    /// <summary>Finds a network.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static ZooNetwork Find(string name)
    {
        ZooNetwork? found = All.FirstOrDefault(network => network.Description.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            return found;
        }

        string? meant = Spelling.Nearest(name, All.Select(network => network.Description.Name));
        string advice = meant is null ? "without arguments all are listed." : $"did you mean {meant}?";
        throw new InputException($"there is no network '{name}' in the zoo; {advice}");
    }

    /// <summary>Writes the list of all.</summary>
    /// <param name="output">Takes it.</param>
    public static void WriteList(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        TextTable table = new("network", "input", "output", " parameters", " multiply-adds");
        foreach (NetworkDescription network in All.Select(network => network.Description))
        {
            table.Add(
                network.Name,
                network.Input.ToString(),
                network.Output.ToString(),
                $"{network.ParameterCount:N0}",
                $"{network.MultiplyAdds:N0}");
        }

        table.Write(output);
    }
}
