using AlexNetGen.Weights;

namespace AlexNetGen.Samples.Tests.AlexNet;

/// <summary>What samples/AlexNet prints.</summary>
public sealed class OutputTests
{
    [Fact]
    public void Without_weights_all_six_agree_with_PyTorch()
    {
        string output = Run();

        Assert.Contains("All six agree with PyTorch.", output, StringComparison.Ordinal);
        Assert.All(
            ["61,100,840", "60,965,224", "61,640,936", "54.25 -> 55", "55.25 -> 55", "(227 + 2*0 - 11) / 4 + 1 = 55"],
            figure => Assert.Contains(figure, output, StringComparison.Ordinal));
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 130, line));
    }

    [Fact]
    public void With_weights_five_classes_are_named()
    {
        string weights = Path.GetTempFileName();
        try
        {
            WeightsWriter.Save(weights, TorchvisionAlexNet.Description, new RandomWeights(TorchvisionAlexNet.Description, 1));
            string output = Run("--weights", weights, "--image", Path.Combine(AppContext.BaseDirectory, "Photos", "rocket.jpg"));

            string[] classes = output.Split("The five likeliest classes:")[1].Trim('\n').Split('\n');
            Assert.Equal(5, classes.Length);
            Assert.All(classes, line => Assert.Matches(@"^ +\d+\.\d %  \w", line));
            Assert.Contains("from the file", output, StringComparison.Ordinal);
            Assert.DoesNotContain("No weights were given", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(weights);
        }
    }

    [Fact]
    public void There_is_a_name_for_every_class()
    {
        string[] names = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "imagenet_classes.txt"));

        Assert.Equal(TorchvisionAlexNet.OutputLength, names.Length);
        Assert.Equal("tench, Tinca tinca", names[0]);
        Assert.StartsWith("Egyptian cat", names[285], StringComparison.Ordinal);
        Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(name)));
    }

    private static string Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new();
        Assert.Equal(0, AlexNetSample.Run(args, output, error));
        Assert.Empty(error.ToString());
        return output.ToString();
    }
}
