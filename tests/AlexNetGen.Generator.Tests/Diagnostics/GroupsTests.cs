using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1004: groups do not divide the channels.</summary>
public sealed class GroupsTests
{
    [Fact]
    public void Of_the_input()
    {
        string message = Only.Error("ANG1004", "Groups = 2", Declared.Compile("3, 8, 8", "C: Conv2d(4, Kernel = 3, Groups = 2), ReLU", "D: Conv2d(4, Kernel = 99)"));
        Assert.Equal("C: Groups = 2 does not divide the 3 input channels (the network's input); each group takes an equal share of both. Groups that divide both: 1.", message);
    }

    [Fact]
    public void Of_the_output()
    {
        string message = Only.Error("ANG1004", "Groups = 4", Declared.Compile("8, 8, 8", "C: Conv2d(6, Kernel = 3, Groups = 4)"));
        Assert.Contains("does not divide the 6 output channels", message, StringComparison.Ordinal);
        Assert.Contains("Groups that divide both: 1, 2.", message, StringComparison.Ordinal);
    }

    // Common divisors of 96 and 64 are 1, 2, 4, 8, 16, 32; the four nearest to 5 are 1, 2, 4, 8.
    [Fact]
    public void Of_both_with_the_nearest()
    {
        string message = Only.Error("ANG1004", "Groups = 5", Declared.Compile("96, 8, 8", "C: Conv2d(64, Kernel = 3, Groups = 5)"));
        Assert.Contains("divides neither the 96 input channels (the network's input) nor the 64 output channels", message, StringComparison.Ordinal);
        Assert.Contains("Groups that divide both: 1, 2, 4, 8 (the nearest).", message, StringComparison.Ordinal);
    }

    // 8 / 3 = 2 2/3; torch.chunk's parts would be of 3, 3 and 2 channels.
    [Fact]
    public void Parts_of_a_split() => Assert.Equal(
        "S: 3 parts do not divide the 8 channels (the network's input): 8 / 3 = 2 2/3. Take a number that divides them, or unequal parts with Slice, as in [Slice(0, 3)].",
        Only.Error("ANG1004", "3", Declared.Compile("8, 6, 6", "S: Split(3, 0), ReLU")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void That_divide_both_are_accepted(int groups) =>
        Assert.Empty(Declared.Compile("8, 8, 8", $"C: Conv2d(16, Kernel = 3, Groups = {groups})").Diagnostics);
}
