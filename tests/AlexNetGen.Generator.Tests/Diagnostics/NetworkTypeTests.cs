using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2001: the type cannot be a network. What C# itself adds is in Declarations/OddTypes.</summary>
public sealed class NetworkTypeTests
{
    private const string Layer = "[Linear(4)] public static partial Layer A { get; }";

    [Theory]
    [InlineData("public partial struct Net", "it is a struct. Declare it as a partial class.")]
    [InlineData("public partial interface Net", "it is an interface. Declare it as a partial class.")]
    [InlineData("public partial record Net", "it is a record. Declare it as a partial class.")]
    [InlineData("public partial record struct Net", "it is a record. Declare it as a partial class.")]
    [InlineData("public static partial class Net", "the class is static")]
    [InlineData("public abstract partial class Net", "the class is abstract")]
    [InlineData("public partial class Net<T>", "the class is generic")]
    [InlineData("public partial class Net(int x)", "the class has a primary constructor")]
    public void Of_a_kind_that_cannot(string head, string message)
    {
        // A primary constructor's parameter must be read somewhere.
        string use = head.Contains("(int x)", StringComparison.Ordinal) ? " public int X => x;" : string.Empty;
        Compiled compiled = Compiled.From(Declarations.OddDeclarations.File($"/// <summary>A.</summary>\n[Network(4)] {head} {{ {Layer} /// <summary>A.</summary>\n{use} }}"));
        Assert.Contains(message, Only.Error("ANG2001", "Net", Documented(compiled)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Net", "the class is not partial")]
    [InlineData("file partial class Net", "Remove the 'file' modifier")]
    public void Where_nothing_can_be_generated(string head, string message)
    {
        Microsoft.CodeAnalysis.Diagnostic error = Assert.Single(
            Compiled.From(Declarations.OddDeclarations.File($"[Network(4)] {head} {{ {Layer} }}")).Diagnostics,
            diagnostic => diagnostic.Id.StartsWith("ANG", StringComparison.Ordinal));
        Assert.Equal(("ANG2001", "Net"), (error.Id, Declared.TextAt(error)));
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Outer", "the containing type Outer is not partial")]
    [InlineData("partial class Outer<T>", "the containing type Outer is generic")]
    [InlineData("file partial class Outer", "Remove the 'file' modifier")]
    public void In_a_type_that_cannot(string outer, string message)
    {
        Microsoft.CodeAnalysis.Diagnostic error = Assert.Single(
            Compiled.From(Declarations.OddDeclarations.File($"{outer} {{ [Network(4)] public partial class Net {{ {Layer} }} }}")).Diagnostics,
            diagnostic => diagnostic.Id.StartsWith("ANG", StringComparison.Ordinal));
        Assert.Equal(("ANG2001", "Net"), (error.Id, Declared.TextAt(error)));
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_base_class_that_is_a_network_itself()
    {
        Compiled compiled = Compiled.From(Declarations.OddDeclarations.File($"[Network(4)] public partial class Base {{ {Layer} }} [Network(4)] public partial class Net : Base {{ [Linear(4)] public static partial Layer B {{ get; }} }}"));
        Assert.Contains("its base class Base is a network itself", Assert.Single(compiled.Diagnostics, diagnostic => diagnostic.Id == "ANG2001").Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_shapes_beside_it()
    {
        Compiled compiled = Compiled.From(Declarations.OddDeclarations.File("[Network(3, 4, 4)] internal abstract partial class Net { [Conv2d(1, Kernel = 99)] public static partial Layer A { get; } [Linear(4)] public static partial Layer B { get; } }"));
        Only.Error("ANG2001", "Net", compiled);
    }

    /// <summary>Without the warnings that the wrong class's own members are not documented.</summary>
    private static Compiled Documented(Compiled compiled) => Compiled.From(compiled.Input.WithOptions(
        compiled.Input.Options.WithSpecificDiagnosticOptions([new("CS1591", Microsoft.CodeAnalysis.ReportDiagnostic.Suppress), new("CS1587", Microsoft.CodeAnalysis.ReportDiagnostic.Suppress)])));
}
