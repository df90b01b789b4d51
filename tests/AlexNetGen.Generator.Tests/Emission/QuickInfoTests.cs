using AlexNetGen.Generator.Tests.CodeFixes;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.QuickInfo;

namespace AlexNetGen.Generator.Tests.Emission;

/// <summary>What an editor shows where a layer or a network is hovered, by Roslyn's own service.</summary>
public sealed class QuickInfoTests
{
    private static readonly string Source = Declared.Network("3, 224, 224", "Conv1: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2), ReLU", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)")
        .Replace("    [Conv2d", "    /// <summary>The first of five.</summary>\n    /// <remarks>As torchvision has it.</remarks>\n    [Conv2d", StringComparison.Ordinal);

    // 64*3*11*11 + 64 = 23,296; 64*55*55 * 3*11*11 = 70,276,800.
    [Fact]
    public async Task Of_a_layer_the_users_comment_then_the_facts() => Assert.Equal(
        """
        Layer Net.Conv1 { get; }
        The first of five.
        As torchvision has it.
        Shape: 3x224x224 -> 64x55x55.
        Conv2d: (224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55.
        Parameters: 23,296; multiply-adds: 70,276,800.
        Receptive field: 11, every 4 of the input.
        """,
        await At("Layer Conv1"));

    // (55 - 3) / 2 + 1 = 27; a step of 4, so the pool sees 11 + 2 * 4 = 19.
    [Fact]
    public async Task Of_a_layer_without_a_comment_its_operations() => Assert.Equal(
        """
        Layer Net.Pool1 { get; }
        Pool1: MaxPool2d(Kernel = 3, Stride = 2).
        Shape: 64x55x55 -> 64x27x27.
        MaxPool2d: (55 + 2*0 - 3) / 2 + 1 = 27.
        Receptive field: 19, every 8 of the input.
        """,
        await At("Layer Pool1"));

    [Fact]
    public async Task Of_the_class_the_totals_and_the_largest_activation() => Assert.Equal(
        """
        class Tests.Net
        A network.
        3x224x224 -> 64x27x27; 23,296 parameters; 70,276,800 multiply-adds.
        Largest activation: Conv1, 64x55x55 = 193,600 values.
        """,
        await At("class Net"));

    /// <summary>The text shown at the last word of a phrase of the source, without blank lines.</summary>
    private static async Task<string> At(string phrase)
    {
        Document document = Fixed.Open(Source).Document;
        int position = Source.IndexOf(phrase, StringComparison.Ordinal) + phrase.LastIndexOf(' ') + 1;
        QuickInfoItem info = Assert.IsType<QuickInfoItem>(await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position));
        string text = string.Join("\n", info.Sections.Select(section => section.Text));
        return string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }
}
