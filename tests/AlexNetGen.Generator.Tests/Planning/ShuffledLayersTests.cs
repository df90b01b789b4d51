using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which joined and shuffled layers are not joined at all, and which are kept in halves, so that nothing is copied to split them either.</summary>
public sealed class ShuffledLayersTests
{
    private const string Left = "Left: Conv2d(10, Kernel = 1)";
    private const string Right = "Right: From(Network.Input), Conv2d(10, Kernel = 3, Padding = 1)";
    private const string Shuffled = "Shuffled: Concat(nameof(Left), nameof(Right)), ChannelShuffle(2)";
    private const string Kept = "Kept: Split(2, 0)";
    private const string Computed = "Computed: From(nameof(Shuffled)), Split(2, 1), Conv2d(10, Kernel = 1)";
    private const string Sum = "Sum: Add(nameof(Kept), nameof(Computed))";

    [Theory]
    [InlineData(Left, Right, Shuffled, Kept, Computed, Sum)]
    [InlineData(Left, Right, Shuffled, "Kept: Slice(0, 10)", "Computed: From(nameof(Shuffled)), Slice(10, 10), Conv2d(10, Kernel = 1)", Sum)]
    [InlineData(Left, Right, Shuffled, "Kept: Split(2, 0), ReLU", "Computed: From(nameof(Shuffled)), Split(2, 0), ReLU", Sum)]
    [InlineData(Left, Right, Shuffled, Kept)]
    public void Halves(params string[] layers)
    {
        string forward = Forward(layers);
        Assert.Contains("HalvesShuffling.Forward<ShuffledGeometry", forward, StringComparison.Ordinal);
        Assert.DoesNotContain("ChannelShuffling", forward, StringComparison.Ordinal);
        Assert.DoesNotContain("ChannelSlicing", forward, StringComparison.Ordinal);
        Assert.DoesNotContain("Concatenation", forward, StringComparison.Ordinal);
    }

    // The layer is not read in halves alone.
    [Theory]
    [InlineData(Left, Right, Shuffled, "Kept: Slice(5, 10)", Computed, Sum)]
    [InlineData(Left, Right, Shuffled, "Kept: Slice(0, 5), Conv2d(10, Kernel = 1)", Computed, Sum)]
    [InlineData(Left, Right, Shuffled, Kept, Computed, "Whole: Concat(nameof(Shuffled), nameof(Kept), nameof(Computed))")]
    [InlineData(Left, Right, "Shuffled: Output, Concat(nameof(Left), nameof(Right)), ChannelShuffle(2)", Kept, Computed, Sum)]
    [InlineData(Left, Right, Shuffled, "Twice: Split(2, 0), Conv2d(20, Kernel = 1), Add(nameof(Shuffled))")]
    [InlineData(Left, Right, Shuffled, "Other: From(nameof(Left)), Conv2d(20, Kernel = 1)", "Sum: Split(2, 0), Conv2d(20, Kernel = 1), Add(nameof(Shuffled))")]
    [InlineData(Left, Right, Shuffled)]
    public void Halves_into_one(params string[] layers)
    {
        string forward = Forward(layers);
        Assert.Contains("HalvesShuffling.ForwardWhole<ShuffledGeometry", forward, StringComparison.Ordinal);
        Assert.DoesNotContain("HalvesShuffling.Forward<", forward, StringComparison.Ordinal);
        Assert.DoesNotContain("ChannelShuffling", forward, StringComparison.Ordinal);
    }

    // Of each one thing is otherwise.
    [Theory]
    [InlineData(Left, Right, "Shuffled: Concat(nameof(Left), nameof(Right)), ChannelShuffle(5)", Kept, Computed, Sum)]
    [InlineData(Left, Right, "Shuffled: Concat(nameof(Left), nameof(Right)), ChannelShuffle(2), ReLU", Kept, Computed, Sum)]
    [InlineData("Left: Conv2d(12, Kernel = 1)", "Right: From(Network.Input), Conv2d(8, Kernel = 1)", Shuffled, Kept, Computed, Sum)]
    [InlineData("Left: Conv2d(9, Kernel = 1)", "Right: From(Network.Input), Conv2d(9, Kernel = 1)", Shuffled, Kept)]
    public void No_halves(params string[] layers) => Assert.DoesNotContain("HalvesShuffling", Forward(layers), StringComparison.Ordinal);

    [Fact]
    public void Where_every_layers_result_is_kept_none_is_in_halves()
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", Left, Right, Shuffled, Kept, Computed, Sum).Generated.Values);
        Assert.Contains("ChannelShuffling.Forward<ShuffledGeometry", code, StringComparison.Ordinal);
    }

    // All before the pass that keeps every layer's result.
    private static string Forward(string[] layers)
    {
        string code = string.Concat(Declared.Compile("4, 6, 6", layers).Generated.Values);
        return code[..code.IndexOf("private static void ForwardActivations(", StringComparison.Ordinal)];
    }
}
