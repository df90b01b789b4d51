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

    private static readonly Preprocessing InceptionV3 =
        GoogLeNet with { Resize = ResizeTo.ShorterSide(342), CropHeight = 299, CropWidth = 299 };

    private static readonly Preprocessing EfficientNet = Preprocessing.Torchvision with { Filter = ResizeFilter.Bicubic };

    private static readonly Preprocessing ConvNeXt = Preprocessing.Torchvision with { Resize = ResizeTo.ShorterSide(236) };

    /// <summary>They, family by family, in the order of their papers.</summary>
    public static IReadOnlyList<ZooNetwork> All { get; } =
    [
        ZooNetwork.Of<LeNet5>(preprocessing: null),
        AlexNet<AlexNet2012>(),
        AlexNet<OneGpuAlexNet2014>(),
        AlexNet<CaffeAlexNet>(),
        AlexNet<UngroupedAlexNet227>(),
        AlexNet<TorchvisionAlexNet>(),
        AlexNet<MmpretrainAlexNet>(),
        ZooNetwork.Of<ZFNet>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg11>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg16>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg19>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg11BatchNorm>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg16BatchNorm>(Preprocessing.Torchvision),
        ZooNetwork.Of<Vgg19BatchNorm>(Preprocessing.Torchvision),
        ZooNetwork.Of<GoogLeNet>(GoogLeNet),
        ZooNetwork.Of<InceptionV3>(InceptionV3),
        ZooNetwork.Of<ResNet18>(Preprocessing.Torchvision),
        ZooNetwork.Of<ResNet34>(Preprocessing.Torchvision),
        ZooNetwork.Of<ResNet50>(Preprocessing.Torchvision),
        ZooNetwork.Of<ResNet101>(Preprocessing.Torchvision),
        ZooNetwork.Of<ResNeXt50>(Preprocessing.Torchvision),
        ZooNetwork.Of<WideResNet50>(Preprocessing.Torchvision),
        ZooNetwork.Of<SqueezeNet1_0>(Preprocessing.Torchvision),
        ZooNetwork.Of<SqueezeNet1_1>(SqueezeNet),
        ZooNetwork.Of<DenseNet121>(Preprocessing.Torchvision),
        ZooNetwork.Of<MobileNetV1>(Preprocessing.Torchvision),
        ZooNetwork.Of<MobileNetV2>(Preprocessing.Torchvision),
        ZooNetwork.Of<MobileNetV3Small>(Preprocessing.Torchvision),
        ZooNetwork.Of<MobileNetV3Large>(Preprocessing.Torchvision),
        ZooNetwork.Of<ShuffleNetV2X0_5>(Preprocessing.Torchvision),
        ZooNetwork.Of<ShuffleNetV2X1_0>(Preprocessing.Torchvision),
        ZooNetwork.Of<MnasNet1_0>(Preprocessing.Torchvision),
        ZooNetwork.Of<EfficientNetB0>(EfficientNet),
        ZooNetwork.Of<RegNetY400MF>(Preprocessing.Torchvision),
        ZooNetwork.Of<ConvNeXtTiny>(ConvNeXt),
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

    // Those of samples/AlexNet.
    private static ZooNetwork AlexNet<TNetwork>()
        where TNetwork : class, INetwork<TNetwork> =>
        ZooNetwork.Of<TNetwork>(Reading.All.Single(reading => reading.Network == TNetwork.Description).Preprocessing);
}
