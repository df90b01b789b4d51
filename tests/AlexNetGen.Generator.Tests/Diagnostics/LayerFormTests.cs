using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2002: a layer is not a static partial get-only property of type Layer.</summary>
public sealed class LayerFormTests
{
    [Theory]
    [InlineData("public static Layer A = null!;", "it is a field")]
    [InlineData("public static partial Layer A();", "it is a method")]
    [InlineData("public static Layer A() => null!;", "it is a method")]
    [InlineData("public partial Layer A { get; }", "it is not static")]
    [InlineData("public static Layer A { get; } = null!;", "it is not partial")]
    [InlineData("public static Layer A => null!;", "it is not partial")]
    [InlineData("public static partial Layer A { get; } public static partial Layer A => null!;", "it has a body; the body is generated")]
    [InlineData("public static partial Layer A { get; set; }", "it has a set accessor")]
    [InlineData("public static partial Layer A { set; }", "it has a set accessor")]
    [InlineData("public static partial Layer? A { get; }", "its type is Layer?, and a layer is never null")]
    [InlineData("public static partial int A { get; }", "its type is int, not Layer")]
    [InlineData("public static partial ref Layer A { get; }", "it returns a reference")]
    public void Of_another_form(string member, string reason)
    {
        Compiled compiled = Compiled.From(Declarations.OddDeclarations.File($"[Network(4)] internal partial class Net {{ [ReLU] {member} [Linear(2)] public static partial Layer B {{ get; }} }}"));
        string message = Only.Error("ANG2002", "A", compiled);
        Assert.StartsWith($"A is not a layer: {reason}. ", message, StringComparison.Ordinal);
        Assert.EndsWith("Write it as 'public static partial Layer A { get; }'.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_is_reported()
    {
        Compiled compiled = Compiled.From(Declarations.OddDeclarations.File("[Network(4)] internal partial class Net { [ReLU] public partial Layer A { get; } [ReLU] public static partial int B { get; } }"));
        Assert.Equal(["ANG2002", "ANG2002"], compiled.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("private static partial Layer A { get; }")]
    [InlineData("static internal partial Layer A { get; }")]
    [InlineData("protected internal static partial Layer A { get; }")]
    public void Any_accessibility_and_order_of_modifiers(string member) =>
        Assert.Empty(Compiled.From(Declarations.OddDeclarations.File($"[Network(4)] internal partial class Net {{ [ReLU] {member} }}")).Diagnostics);
}
