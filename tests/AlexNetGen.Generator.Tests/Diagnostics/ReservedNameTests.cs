using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2010: a layer's or a member's name is one that is generated.</summary>
public sealed class ReservedNameTests
{
    /// <summary>Every member that is generated into a valid network.</summary>
    public static TheoryData<string> Generated => [.. GeneratedMembers().Distinct()];

    [Theory]
    [MemberData(nameof(Generated))]
    public void Of_a_layer(string name) => Assert.Equal(
        $"'{name}' is a name that is generated into Net. Give the layer another name.",
        Only.Error("ANG2010", name, Declared.Compile("4", $"{name}: Linear(2)", "B: Linear(2)")));

    [Theory]
    [InlineData("ToString")]
    [InlineData("GetHashCode")]
    [InlineData("Equals")]
    [InlineData("GetType")]
    [InlineData("MemberwiseClone")]
    [InlineData("ReferenceEquals")]
    [InlineData("Finalize")]
    public void Of_a_layer_that_would_hide_objects(string name)
    {
        // C# warns of the hiding beside it.
        Diagnostic error = Assert.Single(Declared.Compile("4", $"{name}: Linear(2)").Errors);
        Assert.Equal(("ANG2010", name), (error.Id, Declared.TextAt(error)));
    }

    [Theory]
    [MemberData(nameof(Generated))]
    public void Of_a_field(string name)
    {
        Compiled compiled = Compiled.From(Declarations.OddDeclarations.File(
            $"[Network(4)] internal partial class Net {{ [Linear(2)] public static partial Layer A {{ get; }} private int {name} = 1; internal int Use() => {name}; }}"));
        Assert.Equal($"'{name}' is a name that is generated into Net. Give the member another name.", Only.Error("ANG2010", name, compiled));
    }

    [Fact]
    public void Every_generated_member_is_reserved() => Assert.All(GeneratedMembers(), name => Assert.True(GeneratedNames.IsReserved(name), name));

    [Fact]
    public void An_overload_of_a_generated_method_is_none() => Assert.Empty(Compiled.From(Declarations.OddDeclarations.File(
        "[Network(4)] internal partial class Net { [Linear(2)] public static partial Layer A { get; } internal static Net Load(int version) => Load($\"{version}\"); }")).Diagnostics);

    [Fact]
    public void A_constructor_of_the_generated_signature() => Assert.Contains(
        "Give this one other parameters.",
        Only.Error("ANG2010", "Net", Compiled.From(Declarations.OddDeclarations.File(
            "[Network(4)] internal partial class Net { [Linear(2)] public static partial Layer A { get; } internal Net(AlexNetGen.Weights.ITensorSource tensors, AlexNetGen.InferenceOptions options) { } }"))),
        StringComparison.Ordinal);

    private static IEnumerable<string> GeneratedMembers()
    {
        Compiled compiled = Declared.Compile("3, 8, 8", "A: Conv2d(4, Kernel = 3), ReLU, Flatten, Linear(2)");
        return compiled.Output.GetTypeByMetadataName("Tests.Net")!.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName && member.Name != "A"
                && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary } && !member.Name.Contains('.', StringComparison.Ordinal))
            .Select(member => member.Name);
    }
}
