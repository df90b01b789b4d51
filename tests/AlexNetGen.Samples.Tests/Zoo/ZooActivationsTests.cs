namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>Keeping the result of every layer, which fuses nothing across layers, gives PyTorch's output as well.</summary>
public sealed class ZooActivationsTests
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void Of_a_network_with_shortcuts()
    {
        using ResNet18 network = ZooGolden.Load("ResNet18", ResNet18.Load);
        ResNet18.Activations activations = new();
        float[] output = new float[ResNet18.OutputLength];

        network.Forward(ZooGolden.Input(NetworkZoo.Find("ResNet18")), output, activations);

        ZooGolden.AssertClose(ZooGolden.Outputs["ResNet18"], output, Tolerance, "ResNet18");
        Assert.Equal(output, activations.Fc.Values.ToArray());
        Assert.Equal(512 * 7 * 7, activations.Layer4A.Values.Length);
    }

    [Fact]
    public void Of_a_network_with_branches()
    {
        using GoogLeNet network = ZooGolden.Load("GoogLeNet", GoogLeNet.Load);
        GoogLeNet.Activations activations = new();
        float[] output = new float[GoogLeNet.OutputLength];

        network.Forward(ZooGolden.Input(NetworkZoo.Find("GoogLeNet")), output, activations);

        ZooGolden.AssertClose(ZooGolden.Outputs["GoogLeNet"], output, Tolerance, "GoogLeNet");
        Assert.Equal(activations.Inception5b_Branch1.Values.ToArray(), activations.Inception5b.Values[..(384 * 7 * 7)].ToArray());
    }
}
