namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>What samples/Zoo prints, and what it refuses: one line on standard error and exit code 2.</summary>
public sealed class ZooCommandLineTests : IDisposable
{
    private static readonly string Chelsea = Path.Combine(AppContext.BaseDirectory, "Photos", "chelsea.png");
    private static readonly string Digits = Path.Combine(AppContext.BaseDirectory, "digits.safetensors");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Without_arguments_all_are_listed()
    {
        string[] lines = Accepted();

        Assert.Equal(2 + NetworkZoo.All.Count, lines.Length);
        Assert.Matches(@"^ResNet18 +3x224x224 +1000 +11,689,512 +1,814,073,344$", lines.Single(line => line.StartsWith("ResNet18", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SqueezeNet1_1")]
    [InlineData("squeezenet1_1")]
    public void With_a_name_its_table(string name) =>
        Assert.StartsWith("SqueezeNet1_1: 3x227x227 -> 1000", Accepted(name)[0], StringComparison.Ordinal);

    [Fact]
    public void The_roundings_are_a_table() =>
        Assert.StartsWith("| networks |", Accepted("roundings")[0], StringComparison.Ordinal);

    [Fact]
    public void Help_is_no_error() => Assert.Contains(Accepted("--help"), line => line.Contains("--weights file", StringComparison.Ordinal));

    [Theory]
    [InlineData("SqeezeNet1.1", "did you mean SqueezeNet1_1?")]
    [InlineData("vgg-16", "did you mean Vgg16?")]
    [InlineData("vgg11_batchnorm", "did you mean Vgg11BatchNorm?")]
    [InlineData("googlenet_", "did you mean GoogLeNet?")]
    [InlineData("MobileNetV4", "did you mean MobileNetV")]
    [InlineData("YOLO", "without arguments all are listed")]
    [InlineData("", "without arguments all are listed")]
    public void An_unknown_network(string name, string advice) =>
        AssertRefused([name], $"there is no network '{name}' in the zoo; {advice}");

    [Fact]
    public void A_wrong_command_line()
    {
        AssertRefused(["LeNet5", "--weight", "file"], "unknown option '--weight'");
        AssertRefused(["LeNet5", "ZFNet"], "'ZFNet' is one word too many");
        AssertRefused(["ZFNet", "--weights"], "--weights needs a file");
        AssertRefused(["ZFNet", "--weights", "--image", "file"], "--weights needs a file");
        AssertRefused(["ZFNet", "--image", "a", "--image", "b"], "--image stands twice");
        AssertRefused(["ZFNet", "--image", "a"], "--image needs trained weights");
        AssertRefused(["ZFNet", "--weights", "a"], "--weights needs a photograph");
        AssertRefused(["--weights", "a", "--image", "b"], "name a network first");
        AssertRefused(["roundings", "--weights", "a", "--image", "b"], "roundings is no network");
    }

    [Fact]
    public void A_network_that_reads_no_photographs() =>
        AssertRefused(["LeNet5", "--weights", Digits, "--image", Chelsea], "LeNet5 reads 1x32x32");

    [Fact]
    public void Files_that_do_not_exist()
    {
        string none = Path.Combine(_directory.FullName, "none");

        AssertRefused(["ResNet18", "--weights", none, "--image", Chelsea], "none'");
        AssertRefused(["ResNet18", "--weights", Digits, "--image", none], "none'");
        AssertRefused(["ResNet18", "--weights", _directory.FullName, "--image", Chelsea], _directory.FullName);
    }

    [Fact]
    public void Files_that_are_something_else()
    {
        string text = Path.Combine(_directory.FullName, "text");
        File.WriteAllText(text, "This is neither.\nNor is this.");

        AssertRefused(["ResNet18", "--weights", text, "--image", Chelsea], "cannot be read as safetensors");
        AssertRefused(["ResNet18", "--weights", Digits, "--image", text], "PNG or JPEG");
        AssertRefused(["ResNet18", "--weights", Digits, "--image", Chelsea], "does not fit ResNet18");
    }

    private static string[] Accepted(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new();

        Assert.Equal(0, ZooSample.Run(args, output, error));
        Assert.Empty(error.ToString());
        return output.ToString().TrimEnd('\n').Split('\n');
    }

    private static void AssertRefused(string[] args, string message)
    {
        using StringWriter output = new();
        using StringWriter error = new() { NewLine = "\n" };

        Assert.Equal(2, ZooSample.Run(args, output, error));
        Assert.Empty(output.ToString());
        string line = Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
        Assert.StartsWith("Zoo: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
    }
}
