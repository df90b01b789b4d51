namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>Lengths that are not whole numbers, and what is made of them: the table of samples/Zoo/README.md.</summary>
public sealed class ZooRoundingTests
{
    [Theory]
    [InlineData("ZFNet", "Conv1", "110.5 -> 110")]
    [InlineData("ZFNet", "Pool1", "54.5 -> 55")]
    [InlineData("ZFNet", "Pool2", "12.5 -> 13")]
    [InlineData("GoogLeNet", "Conv1", "112.5 -> 112")]
    [InlineData("GoogLeNet", "Pool1", "55.5 -> 56")]
    [InlineData("GoogLeNet", "Pool2", "27.5 -> 28")]
    [InlineData("GoogLeNet", "Pool3", "13.5 -> 14")]
    [InlineData("ResNet18", "Conv1", "112.5 -> 112")]
    [InlineData("ResNet18", "Pool1", "56.5 -> 56")]
    [InlineData("ResNet18", "Layer2AConv1", "28.5 -> 28")]
    [InlineData("ResNet18", "Layer2AShortcut", "28.5 -> 28")]
    [InlineData("ResNet18", "Layer3AConv1", "14.5 -> 14")]
    [InlineData("ResNet18", "Layer3AShortcut", "14.5 -> 14")]
    [InlineData("ResNet18", "Layer4AConv1", "7.5 -> 7")]
    [InlineData("ResNet18", "Layer4AShortcut", "7.5 -> 7")]
    [InlineData("SqueezeNet1_0", "Conv1", "109.5 -> 109")]
    [InlineData("SqueezeNet1_0", "Pool4", "26.5 -> 27")]
    [InlineData("SqueezeNet1_1", "Pool3", "27.5 -> 28")]
    [InlineData("SqueezeNet1_1", "Pool5", "13.5 -> 14")]
    public void A_length_that_is_rounded(string network, string layer, string quotient) =>
        Assert.Contains((network, layer, quotient), Rounded());

    [Fact]
    public void No_others_are() => Assert.Equal(19, Rounded().Count());

    private static IEnumerable<(string Network, string Layer, string Quotient)> Rounded() =>
        from network in NetworkZoo.All
        from layer in network.Description.Layers
        from operation in layer.Operations
        let formula = operation.Formula ?? string.Empty
        where formula.Contains("->", StringComparison.Ordinal)
        select (network.Description.Name, layer.Name, formula.Split(" = ")[1].Split(" (")[0]);
}
