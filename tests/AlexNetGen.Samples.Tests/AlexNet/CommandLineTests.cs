namespace AlexNetGen.Samples.Tests.AlexNet;

/// <summary>Wrong command lines and files: one line on standard error and exit code 2, before anything is printed.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void An_unknown_option() => AssertRefused(["--weight", "file"], "unknown option '--weight'");

    [Fact]
    public void A_stray_word() => AssertRefused(["cat.png"], "unknown option 'cat.png'");

    [Theory]
    [InlineData("--image")]
    [InlineData("--weights")]
    public void A_file_left_out(string option)
    {
        AssertRefused([option], $"{option} needs a file");
        AssertRefused([option, ""], $"{option} needs a file");
        AssertRefused([option, "--help"], $"{option} needs a file");
    }

    [Fact]
    public void An_option_that_stands_twice() => AssertRefused(["--image", "a.png", "--image", "b.png"], "--image stands twice");

    [Theory]
    [InlineData("--image")]
    [InlineData("--weights")]
    public void A_file_that_does_not_exist(string option) => AssertRefused([option, Path.Combine(_directory.FullName, "none")], "none'");

    [Theory]
    [InlineData("--image")]
    [InlineData("--weights")]
    public void A_directory(string option) => AssertRefused([option, _directory.FullName], _directory.FullName);

    [Theory]
    [InlineData("--image", "PNG or JPEG")]
    [InlineData("--weights", "cannot be read as safetensors")]
    public void A_file_that_is_something_else(string option, string message) =>
        AssertRefused([option, Written("text", "This is neither.\nNor is this."u8)], message);

    [Fact]
    public void A_photograph_cut_short() =>
        AssertRefused(["--image", Written("cut.png", File.ReadAllBytes(Options.Chelsea).AsSpan(0, 10_000))], "cut.png");

    [Fact]
    public void Weights_of_another_network() =>
        AssertRefused(["--weights", Path.Combine(AppContext.BaseDirectory, "digits.safetensors")], "does not fit TorchvisionAlexNet");

    [Fact]
    public void Help_is_no_error()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        Assert.Equal(0, AlexNetSample.Run(["--help"], output, error));
        Assert.Contains("--weights file", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    private static void AssertRefused(string[] args, string message)
    {
        using StringWriter output = new();
        using StringWriter error = new() { NewLine = "\n" };

        Assert.Equal(2, AlexNetSample.Run(args, output, error));
        Assert.Empty(output.ToString());
        string line = Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
        Assert.StartsWith("AlexNet: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
    }

    private string Written(string name, ReadOnlySpan<byte> bytes)
    {
        string path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
