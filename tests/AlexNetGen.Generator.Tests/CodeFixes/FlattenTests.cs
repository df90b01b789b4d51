using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1005: Flatten before a fully connected layer.</summary>
public sealed class FlattenTests : FixTest
{
    [Theory]
    [InlineData("[Linear(10)]", "[Flatten, Linear(10)]")]
    [InlineData("[ReLU, Linear(10), Softmax]", "[ReLU, Flatten, Linear(10), Softmax]")]
    [InlineData("[ReLU]\n    [property: Linear(10)] // scores\n   ", "[ReLU]\n    [property: Flatten, Linear(10)] // scores\n   ")]
    public async Task Before_the_operation(string before, string after)
    {
        string source = Declared.Network("3, 8, 8", "Scores: Linear(10)");

        Assert.Equal(
            source.Replace("[Linear(10)]", after, StringComparison.Ordinal),
            await Fix(source.Replace("[Linear(10)]", before, StringComparison.Ordinal), "ANG1005", "Put Flatten before Linear: 192 features"));
    }

    [Fact]
    public async Task Qualified_where_another_attribute_has_the_name()
    {
        string source = Declared.Network("3, 8, 8", "Scores: Linear(10)") + "\n\ninternal sealed class FlattenAttribute : System.Attribute;\n";

        Assert.Contains("[AlexNetGen.Flatten, Linear(10)]", await Fix(source, "ANG1005", "Put Flatten"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_convolution_over_a_vector_has_no_fix() =>
        Assert.Empty(await Fixed.Open(Declared.Network("3, 8, 8", "Features: Flatten", "Conv1: Conv2d(3, Kernel = 1)")).Offers("ANG1005"));
}
