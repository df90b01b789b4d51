namespace AlexNetGen.Samples.Tests.AlexNet;

/// <summary>
/// The published tables of three readings, layer by layer, against what the compiler computed. The numbers are
/// written out here, not computed.
/// </summary>
public sealed class ReferenceTableTests
{
    [Theory]
    [InlineData("Conv1", "64x55x55", 23_296)]
    [InlineData("Pool1", "64x27x27", 0)]
    [InlineData("Conv2", "192x27x27", 307_392)]
    [InlineData("Pool2", "192x13x13", 0)]
    [InlineData("Conv3", "384x13x13", 663_936)]
    [InlineData("Conv4", "256x13x13", 884_992)]
    [InlineData("Conv5", "256x13x13", 590_080)]
    [InlineData("Pool5", "256x6x6", 0)]
    [InlineData("AvgPool", "256x6x6", 0)]
    [InlineData("Fc6", "4096", 37_752_832)]
    [InlineData("Fc7", "4096", 16_781_312)]
    [InlineData("Fc8", "1000", 4_097_000)]
    public void Torchvision_at_224(string layer, string output, long parameters) =>
        Check(TorchvisionAlexNet.Description, layer, output, parameters);

    [Theory]
    [InlineData("Conv1", "96x55x55", 34_944)]
    [InlineData("Pool1", "96x27x27", 0)]
    [InlineData("Conv2", "256x27x27", 614_656)]
    [InlineData("Pool2", "256x13x13", 0)]
    [InlineData("Conv3", "384x13x13", 885_120)]
    [InlineData("Conv4", "256x13x13", 884_992)]
    [InlineData("Conv5", "256x13x13", 590_080)]
    [InlineData("Pool5", "256x6x6", 0)]
    [InlineData("AvgPool", "256x6x6", 0)]
    [InlineData("Fc6", "4096", 37_752_832)]
    [InlineData("Fc7", "4096", 16_781_312)]
    [InlineData("Fc8", "1000", 4_097_000)]
    public void The_table_at_227(string layer, string output, long parameters) =>
        Check(UngroupedAlexNet227.Description, layer, output, parameters);

    [Theory]
    [InlineData("Conv1", "96x55x55", 34_944)]
    [InlineData("Pool1", "96x27x27", 0)]
    [InlineData("Conv2", "256x27x27", 307_456)]
    [InlineData("Pool2", "256x13x13", 0)]
    [InlineData("Conv3", "384x13x13", 885_120)]
    [InlineData("Conv4", "384x13x13", 663_936)]
    [InlineData("Conv5", "256x13x13", 442_624)]
    [InlineData("Pool5", "256x6x6", 0)]
    [InlineData("Fc6", "4096", 37_752_832)]
    [InlineData("Fc7", "4096", 16_781_312)]
    [InlineData("Fc8", "1000", 4_097_000)]
    public void Caffe_at_227(string layer, string output, long parameters) =>
        Check(CaffeAlexNet.Description, layer, output, parameters);

    [Fact]
    public void The_tables_have_no_other_layers()
    {
        Assert.Equal(12, TorchvisionAlexNet.Description.Layers.Count);
        Assert.Equal(12, UngroupedAlexNet227.Description.Layers.Count);
        Assert.Equal(11, CaffeAlexNet.Description.Layers.Count);
    }

    // The networks' sizes, and what the paper's and cuda-convnet2's rule makes of 224.
    [Theory]
    [InlineData("AlexNet2012", "(224 + 2*0 - 11) / 4 + 1 = 54.25 -> 55 (hanging 3 over the edge)", "96x55x55", 60_965_224)]
    [InlineData("OneGpuAlexNet2014", "(224 + 2*0 - 11) / 4 + 1 = 54.25 -> 55 (hanging 3 over the edge)", "64x55x55", 61_100_840)]
    [InlineData("CaffeAlexNet", "(227 + 2*0 - 11) / 4 + 1 = 55", "96x55x55", 60_965_224)]
    [InlineData("UngroupedAlexNet227", "(227 + 2*0 - 11) / 4 + 1 = 55", "96x55x55", 61_640_936)]
    [InlineData("TorchvisionAlexNet", "(224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55", "64x55x55", 61_100_840)]
    [InlineData("MmpretrainAlexNet", "(224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55", "64x55x55", 2_469_696)]
    public void Conv1_and_the_parameters_of_the_six(string network, string formula, string conv1, long parameters)
    {
        NetworkDescription description = Reading.All.Single(reading => reading.Network.Name == network).Network;

        Assert.Equal(formula, description.Layers[0].Operations[0].Formula);
        Assert.Equal(conv1, description.Layers[0].Output.ToString());
        Assert.Equal(parameters, description.ParameterCount);
        Assert.Equal(network == "MmpretrainAlexNet" ? "256x6x6" : "1000", description.Output.ToString());
    }

    [Fact]
    public void Multiply_adds()
    {
        Assert.Equal(714_188_480, TorchvisionAlexNet.Description.MultiplyAdds);
        Assert.Equal(724_406_816, CaffeAlexNet.Description.MultiplyAdds);
    }

    [Theory]
    [InlineData("Conv1", 11, 4)]
    [InlineData("Pool1", 19, 8)]
    [InlineData("Conv2", 51, 8)]
    [InlineData("Pool2", 67, 16)]
    [InlineData("Conv3", 99, 16)]
    [InlineData("Conv4", 131, 16)]
    [InlineData("Conv5", 163, 16)]
    [InlineData("Pool5", 195, 32)]
    public void Receptive_fields_are_the_same_in_all_six(string layer, long size, long jump) =>
        Assert.All(Reading.All, reading => Assert.Equal(
            new ReceptiveField(size, size, jump, jump),
            reading.Network.Layers.Single(candidate => candidate.Name == layer).ReceptiveField));

    private static void Check(NetworkDescription network, string name, string output, long parameters)
    {
        Layer layer = network.Layers.Single(layer => layer.Name == name);
        Assert.Equal(output, layer.Output.ToString());
        Assert.Equal(parameters, layer.Parameters);
    }
}
