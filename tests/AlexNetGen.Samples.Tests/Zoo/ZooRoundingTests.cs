namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>Lengths that are not whole numbers, and what is made of them: the table of README.md.</summary>
public sealed class ZooRoundingTests
{
    // By hand: PyTorch's floor and ceil_mode, and the sizes of the papers.
    [Theory]
    [InlineData("AlexNet2012", "Conv1", "54.25", 55, RoundingConsequence.HangsOver)]
    [InlineData("TorchvisionAlexNet", "Conv1", "55.25", 55, RoundingConsequence.DropsPadding)]
    [InlineData("ZFNet", "Conv1", "110.5", 110, RoundingConsequence.DropsPadding)]
    [InlineData("ZFNet", "Pool1", "54.5", 55, RoundingConsequence.HangsOver)]
    [InlineData("ZFNet", "Pool2", "12.5", 13, RoundingConsequence.HangsOver)]
    [InlineData("GoogLeNet", "Conv1", "112.5", 112, RoundingConsequence.DropsPadding)]
    [InlineData("GoogLeNet", "Pool1", "55.5", 56, RoundingConsequence.HangsOver)]
    [InlineData("GoogLeNet", "Pool3", "13.5", 14, RoundingConsequence.HangsOver)]
    [InlineData("ResNet18", "Pool1", "56.5", 56, RoundingConsequence.DropsPadding)]
    [InlineData("ResNet18", "Layer2A.Conv1", "28.5", 28, RoundingConsequence.DropsPadding)]
    [InlineData("ResNet18", "Layer2A.Shortcut", "28.5", 28, RoundingConsequence.SkipsRows)]
    [InlineData("ResNet18", "Layer4A.Shortcut", "7.5", 7, RoundingConsequence.SkipsRows)]
    [InlineData("ResNet101", "Layer4A.Spatial", "7.5", 7, RoundingConsequence.DropsPadding)]
    [InlineData("MobileNetV2", "Stage6A.Depthwise", "7.5", 7, RoundingConsequence.DropsPadding)]
    [InlineData("SqueezeNet1_0", "Conv1", "109.5", 109, RoundingConsequence.LosesRows)]
    [InlineData("SqueezeNet1_0", "Pool4", "26.5", 27, RoundingConsequence.HangsOver)]
    [InlineData("SqueezeNet1_1", "Pool3", "27.5", 28, RoundingConsequence.HangsOver)]
    public void A_length_that_is_rounded(string network, string layer, string exact, int length, RoundingConsequence consequence)
    {
        RoundedLength rounded = Rounded(network).Single(rounded => rounded.Layer == layer);

        Assert.Equal((exact, length, consequence), (rounded.Exact, rounded.Length, rounded.Consequence));
    }

    // Strides of 2 at even sizes, counted in the papers' tables.
    [Theory]
    [InlineData("LeNet5", 0)]
    [InlineData("CaffeAlexNet", 0)]
    [InlineData("Vgg19BatchNorm", 0)]
    [InlineData("InceptionV3", 0)]
    [InlineData("ConvNeXtTiny", 0)]
    [InlineData("ZFNet", 3)]
    [InlineData("GoogLeNet", 4)]
    [InlineData("ResNet18", 8)]
    [InlineData("ResNet101", 8)]
    [InlineData("SqueezeNet1_0", 2)]
    [InlineData("DenseNet121", 2)]
    [InlineData("MobileNetV1", 5)]
    [InlineData("ShuffleNetV2X1_0", 8)]
    [InlineData("RegNetY400MF", 9)]
    public void There_are_no_others(string network, int count) => Assert.Equal(count, Rounded(network).Length);

    [Fact]
    public void A_fraction_and_two_different_axes()
    {
        const string Formula = "height (10 + 0 + 1 - 3) / 3 + 1 = 3 2/3 -> 3; width (9 + 2*0 - 2) / 3 + 1 = 3 1/3 -> 3";
        TensorShape input = TensorShape.Create(1, 10, 9);
        OperationDescription operation = new("MaxPool2d", string.Empty, input, TensorShape.Create(1, 3, 3), Formula, 0, 0, []);
        NetworkDescription network = new("Net", input, [new Layer("Pool", [], [operation], null)]);

        Assert.Equal(
            [
                new RoundedLength("Pool", "MaxPool2d", "3 2/3", 3, RoundingConsequence.LosesRows),
                new RoundedLength("Pool", "MaxPool2d", "3 1/3", 3, RoundingConsequence.SkipsRows),
            ],
            RoundedLength.In(network));
    }

    [Fact]
    public void The_table_is_that_of_the_readme()
    {
        using StringWriter table = new() { NewLine = "\n" };
        RoundingTable.Write(table);

        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        Assert.Contains($"\n\n{table}\n", readme, StringComparison.Ordinal);
    }

    private static RoundedLength[] Rounded(string network) => [.. RoundedLength.In(NetworkZoo.Find(network).Description)];
}
