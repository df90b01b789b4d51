namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>Every network of the zoo, at full size, against PyTorch.</summary>
public sealed class ZooAgreementTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Networks => [.. NetworkZoo.All.Select(network => network.Description.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Agrees_with_PyTorch(string name)
    {
        ZooNetwork network = NetworkZoo.Find(name);

        float[] computed = network.ComputeRandomly(ZooGolden.WeightSeed, ZooGolden.Input(network));

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
    public void There_is_a_golden_for_each() =>
        Assert.Equal(ZooGolden.Outputs.Keys.Order(), NetworkZoo.All.Select(network => network.Description.Name).Order());

    // torchvision's num_params in its documentation; LeNet5's and ZFNet's are counted by make_zoo.py.
    [Theory]
    [InlineData("LeNet5", 61_706)]
    [InlineData("ZFNet", 62_357_608)]
    [InlineData("Vgg11", 132_863_336)]
    [InlineData("Vgg16", 138_357_544)]
    [InlineData("Vgg19", 143_667_240)]
    [InlineData("Vgg11BatchNorm", 132_868_840)]
    [InlineData("Vgg16BatchNorm", 138_365_992)]
    [InlineData("GoogLeNet", 6_624_904)]
    [InlineData("ResNet18", 11_689_512)]
    [InlineData("SqueezeNet1_0", 1_248_424)]
    [InlineData("SqueezeNet1_1", 1_235_496)]
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
