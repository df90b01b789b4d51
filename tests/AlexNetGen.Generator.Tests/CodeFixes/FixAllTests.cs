using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>Fix-all applies one kind of remedy, whatever its numbers, layer after layer.</summary>
public sealed class FixAllTests : FixTest
{
    // 224 -> 54.25; 55 -> 17.33 by a stride of 3 over a kernel of 6: the second fails only once the first is mended.
    private static readonly string[] Layers = ["Conv1: Conv2d(8, Kernel = 11, Stride = 4)", "Conv2: Conv2d(8, Kernel = 6, Stride = 3)"];

    [Theory]
    [InlineData("Round up", "Stride = 4, Rounding = Rounding.Ceil)", "Stride = 3, Rounding = Rounding.Ceil)")]
    [InlineData("Pad 0 before", "Stride = 4, PaddingBottom = 3, PaddingRight = 3)", "Stride = 3, PaddingBottom = 2, PaddingRight = 2)")]
    public async Task Two_layers_of_a_network(string title, string first, string second)
    {
        string source = Declared.Network("3, 224, 224", Layers);

        string[] after = await FixAll([source], title, FixAllScope.Document);

        Assert.Equal([source.Replace("Stride = 4)", first, StringComparison.Ordinal).Replace("Stride = 3)", second, StringComparison.Ordinal)], after);
        AssertCompiles(after);
    }

    [Theory]
    [InlineData(FixAllScope.Document, false)]
    [InlineData(FixAllScope.Project, true)]
    [InlineData(FixAllScope.Solution, true)]
    public async Task Networks_of_two_files(FixAllScope scope, bool reachesTheOther)
    {
        string first = Declared.Network("3, 224, 224", Layers);
        string second = Declared.Network("3, 8, 8", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)").Replace("class Net", "class Other", StringComparison.Ordinal);

        string[] after = await FixAll([first, second], "Round down", scope);

        Assert.Equal(first.Replace("Stride = 4)", "Stride = 4, Rounding = Rounding.Floor)", StringComparison.Ordinal), after[0]);
        Assert.Equal(reachesTheOther ? second.Replace("Stride = 2)", "Stride = 2, Rounding = Rounding.Floor)", StringComparison.Ordinal) : second, after[1]);
    }

    [Fact]
    public async Task A_kind_that_a_layer_does_not_have_leaves_it()
    {
        // No symmetric padding makes 224 - 11 a multiple of 4; 1 makes 9 - 5 + 2 one of 3.
        string source = Declared.Network("3, 224, 224", Layers[0])
            + "\n\n/// <summary>Another.</summary>\n[Network(1, 9, 9)]\npublic sealed partial class Other\n{\n    [Conv2d(1, Kernel = 5, Stride = 3)] public static partial Layer Conv1 { get; }\n}\n";

        string after = (await FixAll([source], "Pad by 1: 3 exactly", FixAllScope.Document)).Single();

        Assert.Equal(source.Replace("Stride = 3)", "Stride = 3, Padding = 1)", StringComparison.Ordinal), after);
    }

    [Fact]
    public async Task Assertions()
    {
        string source = Declared.Network("3, 224, 224", "Pool1: MaxPool2d(Kernel = 2), Shape(3, 113, 113)", "Pool2: MaxPool2d(Kernel = 2), Shape(3, 57, 57)");

        string[] after = await FixAll([source], "Assert", FixAllScope.Document);

        Assert.Equal([source.Replace("113", "112", StringComparison.Ordinal).Replace("57", "56", StringComparison.Ordinal)], after);
        AssertCompiles(after);
    }

    private static async Task<string[]> FixAll(string[] sources, string title, FixAllScope scope)
    {
        Fixed opened = Fixed.Open(sources);
        foreach (Diagnostic diagnostic in await opened.Analyze())
        {
            if ((await opened.Offers(diagnostic)).FirstOrDefault(offer => offer.Title.StartsWith(title, StringComparison.Ordinal)) is { } offer)
            {
                return await opened.ApplyAll(offer, scope);
            }
        }

        throw new InvalidOperationException($"No fix begins with '{title}'.");
    }
}
