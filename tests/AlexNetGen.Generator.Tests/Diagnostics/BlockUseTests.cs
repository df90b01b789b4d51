using AlexNetGen.Generator.Tests.Blocks;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2011: a block is used where it cannot be.</summary>
public sealed class BlockUseTests
{
    [Fact]
    public void After_an_operation() => Assert.Equal(
        "A: Residual stands after an operation, and a block must be the first thing on its layer. Give it a layer of its own.",
        Only.Error("ANG2011", "Residual", Compile("[ReLU, Residual] public static partial Layer A { get; }")));

    [Fact]
    public void After_an_operation_in_a_block() => Assert.Contains(
        "A: Residual stands after an operation",
        Only.Error("ANG2011", "Residual", Compiled.From(BlockSources.Residual + "[Block] static partial class Outer { [ReLU, Residual] public static partial Layer A { get; } }")),
        StringComparison.Ordinal);

    [Fact]
    public void When_on_a_network() => Assert.Equal(
        "A: [When] leaves out layers of a block, and this is a layer of a network, which has no parameters. Remove it.",
        Only.Error("ANG2011", "When(true)", Compile("[When(true), ReLU] public static partial Layer A { get; }")));

    [Fact]
    public void From_another_assembly()
    {
        Compiled library = Compiled.From(BlockSources.Residual);
        using MemoryStream image = new();
        Assert.True(library.Output.WithAssemblyName("Library").Emit(image).Success);
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation user = Compiled.Compile(
            "Tests", Microsoft.CodeAnalysis.NullableContextOptions.Enable, "using AlexNetGen; namespace Tests;" + BlockSources.Network("4, 8, 8", "[Residual] public static partial Layer A { get; }"));
        string message = Only.Error("ANG2011", "Residual", Compiled.From(user.AddReferences(Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray()))));
        Assert.Equal("A: Residual comes compiled from Library, and a block must be in the project that uses it, for its expressions are not kept. Add its source file to this project.", message);
    }

    [Theory]
    [InlineData("[Residual(Widht = 3)] public static partial Layer A { get; }", "CS0246")]
    [InlineData("[Residual(Width = \"3\")] public static partial Layer A { get; }", "CS0029")]
    [InlineData("[Residual(Width = 3.5)] public static partial Layer A { get; }", "CS0266")]
    [InlineData("[Residual(3)] public static partial Layer A { get; }", "CS1729")]
    [InlineData("[Residual, Residual] public static partial Layer A { get; }", "CS0579")]
    public void What_CSharp_reports_is_reported_once(string layer, string id) =>
        Assert.Equal(id, Assert.Single(Compile(layer).Errors, error => error.Id != "CS0182").Id);

    private static Compiled Compile(string layer) => Compiled.From(BlockSources.Residual + BlockSources.Network("4, 8, 8", layer));
}
