namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>Every network of the zoo, at full size, against PyTorch.</summary>
public sealed class ZooAgreementTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Networks => [.. NetworkZoo.All.Select(network => network.Description.Name)];

    /// <summary>All but the six that AlexNet/AgreementTests compute.</summary>
    public static TheoryData<string> Computed => [.. ZooGolden.Outputs.Keys];

    [Theory]
    [MemberData(nameof(Computed))]
    public void Agrees_with_PyTorch(string name)
    {
        ZooNetwork network = NetworkZoo.Find(name);

        float[] computed = ZooGolden.Compute(network);

        ZooGolden.AssertClose(ZooGolden.Outputs[name], computed, Tolerance, name);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Reads_the_tensors_of_torchvision(string name)
    {
        IEnumerable<string> tensors = NetworkZoo.Find(name).Description.Tensors.Select(tensor => $"{name} {tensor.Name} {tensor.Shape}");

        Assert.Equal(ZooGolden.Tensors.Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal)).Order(), tensors.Order());
    }

    [Fact]
    public void There_is_a_golden_for_each() => Assert.Equal(
        ZooGolden.Outputs.Keys.Concat(Reading.All.Select(reading => reading.Network.Name)).Order(),
        NetworkZoo.All.Select(network => network.Description.Name).Order());

    // num_params in torchvision's documentation; those that torchvision has not are counted by make_zoo.py and make_networks.py.
    [Theory]
    [InlineData("LeNet5", 61_706)]
    [InlineData("AlexNet2012", 60_965_224)]
    [InlineData("OneGpuAlexNet2014", 61_100_840)]
    [InlineData("CaffeAlexNet", 60_965_224)]
    [InlineData("UngroupedAlexNet227", 61_640_936)]
    [InlineData("TorchvisionAlexNet", 61_100_840)]
    [InlineData("MmpretrainAlexNet", 2_469_696)]
    [InlineData("ZFNet", 62_357_608)]
    [InlineData("Vgg11", 132_863_336)]
    [InlineData("Vgg16", 138_357_544)]
    [InlineData("Vgg19", 143_667_240)]
    [InlineData("Vgg11BatchNorm", 132_868_840)]
    [InlineData("Vgg16BatchNorm", 138_365_992)]
    [InlineData("Vgg19BatchNorm", 143_678_248)]
    [InlineData("GoogLeNet", 6_624_904)]
    [InlineData("InceptionV3", 23_834_568)] // 27,161,264 with the auxiliary classifier.
    [InlineData("ResNet18", 11_689_512)]
    [InlineData("ResNet34", 21_797_672)]
    [InlineData("ResNet50", 25_557_032)]
    [InlineData("ResNet101", 44_549_160)]
    [InlineData("ResNeXt50", 25_028_904)]
    [InlineData("WideResNet50", 68_883_240)]
    [InlineData("SqueezeNet1_0", 1_248_424)]
    [InlineData("SqueezeNet1_1", 1_235_496)]
    [InlineData("DenseNet121", 7_978_856)]
    [InlineData("MobileNetV1", 4_231_976)]
    [InlineData("MobileNetV2", 3_504_872)]
    [InlineData("MobileNetV3Small", 2_542_856)]
    [InlineData("MobileNetV3Large", 5_483_032)]
    [InlineData("ShuffleNetV2X0_5", 1_366_792)]
    [InlineData("ShuffleNetV2X1_0", 2_278_604)]
    [InlineData("MnasNet1_0", 4_383_312)]
    [InlineData("EfficientNetB0", 5_288_548)]
    [InlineData("RegNetY400MF", 4_344_144)]
    [InlineData("ConvNeXtTiny", 28_589_128)]
    public void Has_the_parameters_of_torchvision(string name, long parameters) =>
        Assert.Equal(parameters, NetworkZoo.Find(name).Description.ParameterCount);

    [Fact]
    public void Photographs_are_prepared_at_the_size_each_network_reads() =>
        Assert.All(
            NetworkZoo.All.Where(network => network.Preprocessing is not null),
            network => Assert.Equal(
                network.Description.Input.ToString(),
                $"3x{network.Preprocessing!.CropHeight}x{network.Preprocessing.CropWidth}"));
}
