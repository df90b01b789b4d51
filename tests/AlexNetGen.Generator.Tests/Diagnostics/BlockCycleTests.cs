using AlexNetGen.Generator.Tests.Blocks;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2013: a block contains itself.</summary>
public sealed class BlockCycleTests
{
    private const string Head = "using AlexNetGen; namespace Tests;\n";

    [Fact]
    public void At_once() => Assert.Equal(
        "Endless contains itself: Endless -> Endless. A block is put in the place of each of its uses; take one of them out.",
        Only.Error("ANG2013", "Endless", Compiled.From(
            Head + "[Block] static partial class Endless { [Endless] public static partial Layer A { get; } }" + BlockSources.Network("8", "[Endless] public static partial Layer A { get; }"))));

    [Fact]
    public void By_way_of_another()
    {
        Compiled compiled = Compiled.From(
            Head + "[Block] static partial class Hen { [Egg] public static partial Layer A { get; } } [Block] static partial class Egg { [Hen] public static partial Layer A { get; } }"
            + BlockSources.Network("8", "[Hen] public static partial Layer A { get; }"));
        Assert.Equal(["Egg contains itself: Egg -> Hen -> Egg.", "Hen contains itself: Hen -> Egg -> Hen."], compiled.Diagnostics.Select(error => error.Message()[..(error.Message().IndexOf('.', StringComparison.Ordinal) + 1)]).Order());
        Assert.All(compiled.Diagnostics, error => Assert.Equal("ANG2013", error.Id));
    }
}
