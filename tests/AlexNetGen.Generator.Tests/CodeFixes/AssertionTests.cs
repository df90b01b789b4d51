using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1007, ANG1008 and ANG2003: assertions take the computed values.</summary>
public sealed class AssertionTests : FixTest
{
    private const string Conv1 = "Conv2d(64, Kernel = 11, Stride = 4, Padding = 2)";

    [Theory]
    [InlineData("ANG1007", "Shape(64, 54, /* columns */ 54)", "Shape(64, 55, /* columns */ 55)")]
    [InlineData("ANG1007", "Shape(Channels, 54, 2 * 27)", "Shape(Channels, 55, 55)")]
    [InlineData("ANG1007", "Shape(64 * 55 * 55)", "Shape(64, 55, 55)")]
    [InlineData("ANG1007", "Shape(dimensions: new[] { 64, 54, 54 })", "Shape(64, 55, 55)")]
    [InlineData("ANG1007", "Shape()", "Shape(64, 55, 55)")]
    [InlineData("ANG1008", "Parameters(23_232)", "Parameters(23_296)")]
    [InlineData("ANG1008", "Parameters(count: 64 * 3 * 11 * 11)", "Parameters(count: 23_296)")]
    [InlineData("ANG2003", "Parameters", "Parameters(23_296)")]
    [InlineData("ANG2003", "Parameters()", "Parameters(23_296)")]
    public async Task On_a_layer(string id, string before, string after)
    {
        string[] sources = [.. new[] { before, after }.Select(assertion => Layer($"{Conv1}, {assertion}")
            .Replace("\n{", "\n{\n    private const int Channels = 64;", StringComparison.Ordinal))];

        Assert.Equal(sources[1], await Fix(sources[0], id, "Assert the computed"));
    }

    [Theory]
    [InlineData("ANG1008", "[Parameters(23_232)]", "[Parameters(23_296)]")]
    [InlineData("ANG2003", "[AlexNetGen.Parameters]", "[AlexNetGen.Parameters(23_296)]")]
    public async Task On_the_class(string id, string before, string after)
    {
        string source = Layer(Conv1).Replace("public sealed", before + "\npublic sealed", StringComparison.Ordinal);

        Assert.Equal(source.Replace(before, after, StringComparison.Ordinal), await Fix(source, id, "Assert the computed"));
    }

    [Fact]
    public async Task An_incomplete_operation_has_no_fix() =>
        Assert.Empty(await Fixed.Open(Declared.Network("3, 224, 224", "Conv1: Conv2d(64)")).Offers("ANG2003"));
}
