using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Kernels that read weights beside a map are given the threads that share their work.</summary>
public sealed class SharedKernelsTests
{
    [Theory]
    [InlineData("LayerNorm", "GroupNormalization")]
    [InlineData("GroupNorm(2)", "GroupNormalization")]
    [InlineData("InstanceNorm2d", "GroupNormalization")]
    [InlineData("PReLU", "ParametricRectifiedLinear")]
    [InlineData("ConvTranspose2d(3, Kernel = 2, Stride = 2)", "TransposedConvolution")]
    public void Have_a_team(string operation, string kernel)
    {
        string source = Declared.Compile("4, 6, 6", $"Last: {operation}").Generated["Tests.Net.g.cs"];
        int call = source.IndexOf($"global::AlexNetGen.Kernels.{kernel}.Forward<", StringComparison.Ordinal);
        Assert.True(call >= 0, source);
        Assert.Contains("team: team", source[call..source.IndexOf(';', call)], StringComparison.Ordinal);
    }
}
