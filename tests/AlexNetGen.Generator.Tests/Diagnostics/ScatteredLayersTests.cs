using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2009: layers stand in more than one part of the class.</summary>
public sealed class ScatteredLayersTests
{
    private const string Main = "using AlexNetGen; [Network(4)] internal partial class Net { [Linear(3)] public static partial Layer A { get; } }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_two_files_in_either_order(bool mainFirst)
    {
        const string Other = "using AlexNetGen; partial class Net { [Linear(2)] public static partial Layer B { get; } [Linear(2)] public static partial Layer C { get; } }";
        Compiled compiled = mainFirst ? Compiled.From(Main, Other) : Compiled.From(Other, Main);
        Assert.Equal(
            "B stands in another part of Net than A, so the order of the layers is not defined. Move all layers into one part.",
            Only.Error("ANG2009", "B", compiled));
        Diagnostic error = Assert.Single(compiled.Diagnostics);
        Assert.Equal("A", error.AdditionalLocations[0].SourceTree!.ToString().Substring(error.AdditionalLocations[0].SourceSpan.Start, 1));
    }

    [Fact]
    public void All_in_a_part_without_the_attribute() => Assert.Empty(Compiled.From(
        "using AlexNetGen; [Network(4)] internal partial class Net;",
        "using AlexNetGen; partial class Net { [Linear(3)] public static partial Layer A { get; } [Linear(3)] public static partial Layer B { get; } }").Diagnostics);

    [Fact]
    public void Other_members_in_another_part() =>
        Assert.Empty(Compiled.From(Main, "partial class Net { private static int Two => 2; public static int Four() => Two * Two; }").Diagnostics);
}
