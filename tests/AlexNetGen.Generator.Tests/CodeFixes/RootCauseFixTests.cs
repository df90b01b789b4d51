using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Fixes that edit another layer than the one where the error stands.</summary>
public sealed class RootCauseFixTests : FixTest
{
    private static readonly string[] Pools = ["Pool1: MaxPool2d(Kernel = 3, Stride = 2)", "Conv2: Conv2d(8, Kernel = 3, Padding = 1), ReLU"];

    // (54 - 3) / 2 + 1 = 26.5; 8 * 27 * 27 = 5832.
    [Theory]
    [InlineData("ANG1007", "Flat: Flatten, Shape(5832)")]
    [InlineData("ANG1008", "Flat: Flatten, Linear(10), Parameters(58_330)")]
    public async Task The_pool_is_rounded_up(string id, string layer)
    {
        string source = Declared.Network("3, 54, 54, Rounding = Rounding.Floor", [.. Pools, layer]);

        string after = await Fix(source, id, "Round up with Rounding = Ceil on Pool1");

        Assert.Equal(source.Replace("Stride = 2)", "Stride = 2, Rounding = Rounding.Ceil)", StringComparison.Ordinal), after);
    }

    [Fact]
    public async Task Of_the_class()
    {
        // 8*3*3*3 + 8 = 224 of the convolution, 5832 * 10 + 10 = 58,330 of the classifier.
        string source = Declared.Network("3, 54, 54, Rounding = Rounding.Floor", [.. Pools, "Fc: Flatten, Linear(10)"]).Replace("Floor)]", "Floor), Parameters(58_554)]", StringComparison.Ordinal);

        string after = await Fix(source, "ANG1008", "Round up with Rounding = Ceil on Pool1");

        Assert.Equal(source.Replace("Stride = 2)", "Stride = 2, Rounding = Rounding.Ceil)", StringComparison.Ordinal), after);
    }

    // (12 - 3) / 2 + 1 = 5.5; (6 - 3) / 2 + 1 = 2.5.
    [Fact]
    public async Task Two_layers_at_once()
    {
        string source = Declared.Network("1, 12, 12, Rounding = Rounding.Floor", "P1: MaxPool2d(Kernel = 3, Stride = 2)", "P2: MaxPool2d(Kernel = 3, Stride = 2)", "Flat: Flatten, Shape(9)");

        string after = await Fix(source, "ANG1007", "Round up with Rounding = Ceil on P1, P2");

        Assert.Equal(source.Replace("Stride = 2)", "Stride = 2, Rounding = Rounding.Ceil)", StringComparison.Ordinal), after);
    }

    [Fact]
    public async Task The_branch_is_padded()
    {
        string source = Declared.Network("8, 28, 28", "A: Conv2d(8, Kernel = 3, Padding = 1)", "B: From(Network.Input), Conv2d(8, Kernel = 5)", "C: ReLU", "S: Add(nameof(A), nameof(C))");

        string after = await Fix(source, "ANG1006", "Pad B by 2");

        Assert.Equal(source.Replace("Kernel = 5)", "Kernel = 5, Padding = 2)", StringComparison.Ordinal), after);
    }

    // 57: (57 + 2 - 3) / 2 + 1 = 29; (57 - 2) / 2 + 1 = 28.5.
    [Fact]
    public async Task The_branch_is_rounded_up()
    {
        string source = Declared.Network(
            "8, 57, 57", "A: Conv2d(8, Kernel = 3, Stride = 2, Padding = 1)", "B: From(Network.Input), AvgPool2d(Kernel = 2, Stride = 2, Rounding = Rounding.Floor)", "S: Concat(nameof(A), nameof(B))");

        string after = await Fix(source, "ANG1006", "Round up on B");

        Assert.Equal(source.Replace("Rounding.Floor", "Rounding.Ceil", StringComparison.Ordinal), after);
    }

    [Theory]
    [InlineData("B: Conv2d(6, Kernel = 1)", "B: Conv2d(8, Kernel = 1)")]
    [InlineData("B: Conv2d(outputChannels: 2 * 3, Kernel = 1)", "B: Conv2d(outputChannels: 8, Kernel = 1)")]
    public async Task The_branch_takes_the_others_channels(string before, string layer)
    {
        string[] sources = [.. new[] { before, layer }.Select(b => Declared.Network("8, 6, 6", "A: ReLU", b, "S: Add(nameof(A), nameof(B))"))];

        Assert.Equal(sources[1], await Fix(sources[0], "ANG1006", "Give B 8 channels"));
    }

    [Fact]
    public async Task Both_merges_of_a_document_are_mended_at_once()
    {
        string source = Declared.Network("8, 28, 28", "A: Conv2d(8, Kernel = 3)", "S: Add(nameof(A), Network.Input)")
            + Declared.Network("8, 28, 28", "A: Conv2d(8, Kernel = 5)", "S: Add(nameof(A), Network.Input)").Replace("using AlexNetGen;\n\nnamespace Tests;", string.Empty, StringComparison.Ordinal).Replace("class Net", "class Other", StringComparison.Ordinal);
        Fixed opened = Fixed.Open(source);
        Fixed.Offer offer = (await opened.Offers((await opened.Analyze())[0])).Single();

        string[] after = await opened.ApplyAll(offer, FixAllScope.Document);

        Assert.Equal([source.Replace("Kernel = 3)", "Kernel = 3, Padding = 1)", StringComparison.Ordinal).Replace("Kernel = 5)", "Kernel = 5, Padding = 2)", StringComparison.Ordinal)], after);
    }
}
