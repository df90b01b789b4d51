using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1008: [Parameters] is not the computed count.</summary>
public sealed class ParametersAssertionTests
{
    // 64*3*11*11 + 64 = 23,296; 23,232 leaves the 64 biases out.
    [Fact]
    public void The_bias_forgotten()
    {
        string message = Only.Error("ANG1008", "Parameters(23_232)", Declared.Compile("3, 227, 227", "Conv1: Conv2d(64, Kernel = 11, Stride = 4), Parameters(23_232)"));
        Assert.Equal("Conv1: [Parameters(23_232)] asserts 23,232 learned values, 64 fewer than the declaration's 23,296 = 64*3*11*11 + 64: the difference is the bias, so write Bias = false if there is none.", message);
    }

    [Fact]
    public void The_bias_left_out()
    {
        string message = Only.Error("ANG1008", "Parameters(23_296)", Declared.Compile("3, 227, 227", "Conv1: Conv2d(64, Kernel = 11, Stride = 4, Bias = false), Parameters(23_296)"));
        Assert.Contains("64 more than", message, StringComparison.Ordinal);
        Assert.Contains("the bias that Bias = false leaves out", message, StringComparison.Ordinal);
    }

    // Caffe's conv2: 256*96*5*5 + 256 = 614,656 without groups; 256*48*5*5 + 256 = 307,456 with two.
    [Fact]
    public void The_groups_forgotten()
    {
        string message = Only.Error("ANG1008", "Parameters(307_456)", Declared.Compile("96, 27, 27", "Conv2: Conv2d(256, Kernel = 5, Padding = 2), Parameters(307_456)"));
        Assert.Contains("307,200 fewer than the declaration's 614,656 = 256*96*5*5 + 256: Groups = 2 on Conv2 would explain it.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_groups_too_many()
    {
        string message = Only.Error("ANG1008", "Parameters(614_656)", Declared.Compile("96, 27, 27", "Conv2: Conv2d(256, Kernel = 5, Padding = 2, Groups = 2), Parameters(614_656)"));
        Assert.Contains("the difference is what the groups of Conv2 save", message, StringComparison.Ordinal);
    }

    // 10 * 4 + 10 = 50; 7 explains nothing.
    [Fact]
    public void No_cause_is_made_up()
    {
        string message = Only.Error("ANG1008", "Parameters(57)", Declared.Compile("4", "Fc: Linear(10), Parameters(57)"));
        Assert.Equal("Fc: [Parameters(57)] asserts 57 learned values, 7 more than the declaration's 50 = 10*4 + 10.", message);
    }

    [Fact]
    public void On_the_class()
    {
        string source = Declared.Network("4", "Fc: Linear(10)").Replace("[Network(4)]", "[Network(4), Parameters(51)]", StringComparison.Ordinal);
        Assert.StartsWith("Net: [Parameters(51)] asserts 51", Only.Error("ANG1008", "Parameters(51)", Compiled.From(source)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_layer_is_not_said_again_of_the_class()
    {
        string source = Declared.Network("4", "Fc: Linear(10), Parameters(51)").Replace("[Network(4)]", "[Network(4), Parameters(51)]", StringComparison.Ordinal);
        Assert.StartsWith("Fc:", Only.Error("ANG1008", "Parameters(51)", Compiled.From(source)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_computed_count() =>
        Assert.Empty(Declared.Compile("4", "Fc: Linear(10), Parameters(50)", "R: ReLU, Parameters(0)").Diagnostics);

    // Sums beyond long do not throw: three layers of 2^31 weights in 2^31 groups.
    [Fact]
    public void Counts_beyond_long_are_reported()
    {
        const string Huge = "Conv2d(2147483591, Kernel = 1, Groups = 2147483591, Bias = false)";
        Compiled compiled = Compiled.From(Declared.Network("2147483591, 1, 1", $"A: {Huge}", $"B: {Huge}", $"C: {Huge}", $"D: {Huge}")
            .Replace("1, 1)]", "1, 1), Parameters(1)]", StringComparison.Ordinal));
        Assert.Equal("ANG1008", Assert.Single(compiled.Diagnostics).Id);
    }
}
