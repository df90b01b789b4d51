using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Emission;

/// <summary>Fully qualified names in generated code, so that no name of the user's can take their place.</summary>
internal static class Names
{
    public const string Runtime = "global::AlexNetGen.";
    public const string Kernels = "global::AlexNetGen.Kernels.";
    public const string Input = "global::System.ReadOnlySpan<float>";
    public const string Output = "global::System.Span<float>";
    public const string Tensors = "global::AlexNetGen.Weights.ITensorSource";
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"AlexNetGen\", \"0.1\")]";

    /// <summary>The namespace of an assembly's shape types: one each, so that two assemblies never clash.</summary>
    public static string ShapesNamespace(string assembly) => "AlexNetGen.Shapes." + Identifier(assembly);

    public static string Shape(string shapesNamespace, Shape? shape) =>
        shape is null ? Runtime + "UnknownShape" : Shape(shapesNamespace, ShapeName.Of(shape));

    public static string Shape(string shapesNamespace, string name) => $"global::{shapesNamespace}.{name}";

    public static string Escape(string identifier) => Formats.EscapeKeyword(identifier);

    /// <summary>A string as a C# literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary><c>[64, 55, 55]</c></summary>
    public static string List(IEnumerable<int> values) => $"[{string.Join(", ", values.Select(value => Planning.Literal.Of(value)))}]";

    private static string Identifier(string assembly)
    {
        string name = string.Concat(assembly.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'));
        return name.Length == 0 ? "_" : SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? Escape(name) : "_" + name;
    }
}
