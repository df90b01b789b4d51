using System.Text.RegularExpressions;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which convolutions are written over the map that they add.</summary>
public sealed partial class SumsInPlaceTests
{
    private const string First = "First: Conv2d(8, Kernel = 1), ReLU";
    private const string Second = "Second: Conv2d(8, Kernel = 1)";
    private const string Sum = "Sum: Add(nameof(Second), nameof(First)), ReLU";
    private const string Last = "Last: Conv2d(4, Kernel = 1)";

    [Fact]
    public void A_sum_is_written_over_what_nobody_reads_any_more() => Assert.True(IsInPlace(First, "Middle: Conv2d(8, Kernel = 1)", Second, Sum, Last));

    [Fact]
    public void A_shortcut_is_written_over() =>
        Assert.True(IsInPlace(First, "Shortcut: From(Network.Input), Conv2d(8, Kernel = 1)", "Sum: From(nameof(First)), Conv2d(8, Kernel = 3, Padding = 1), Add(nameof(Shortcut))", Last));

    // Of each one thing is otherwise: the convolution reads what it adds, somebody reads it later, it is depthwise, it adds the input.
    [Theory]
    [InlineData(First, "Sum: Conv2d(8, Kernel = 1), Add(nameof(First))", Last)]
    [InlineData(First, "Middle: Conv2d(8, Kernel = 1)", Second, Sum, "Later: Add(nameof(Sum), nameof(First))", Last)]
    [InlineData(First, "Middle: Conv2d(8, Kernel = 1)", "Second: Conv2d(8, Kernel = 3, Padding = 1, Groups = 8)", Sum, Last)]
    [InlineData("Second: Conv2d(8, Kernel = 1)", "Sum: Add(nameof(Second), Network.Input)", Last)]
    public void Others_are_not(params string[] layers) => Assert.False(IsInPlace(layers));

    private static bool IsInPlace(params string[] layers)
    {
        string code = string.Concat(Declared.Compile("8, 6, 6", layers).Generated.Values);
        string forward = code[code.IndexOf("private static void ForwardLayers(", StringComparison.Ordinal)..code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)];
        Match added = Call().Match(forward);
        Assert.True(added.Success, "no convolution adds a map");
        return added.Groups["output"].Value == added.Groups["addend"].Value;
    }

    [GeneratedRegex(@"output: (?<output>[^\n]*),\n\s+team: team,\n(\s+normalization:[^\n]*\n)?\s+addend: (?<addend>[^\n]*)\);")]
    private static partial Regex Call();
}
