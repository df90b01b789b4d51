using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>
/// Finds the blocks that layers use. The attribute of a use is generated, so the generator sees none: the block's class
/// is looked up by the attribute's name.
/// </summary>
internal static class BlockUseReader
{
    public const string BlockAttribute = "AlexNetGen.BlockAttribute";

    private const string Ending = "Attribute";

    public static bool IsBlock(INamedTypeSymbol type) => type.GetAttributes().Any(IsBlock);

    public static bool IsBlock(AttributeData attribute) => RuntimeType.Is(attribute.AttributeClass, "BlockAttribute");

    /// <summary>The use that an attribute is; null where it is none.</summary>
    public static BlockUse? Find(AttributeData attribute, INamedTypeSymbol? enclosing, Compilation compilation, CancellationToken cancellation)
    {
        if (AttributeReader.NameOf(attribute) is not null || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return null;
        }

        SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
        if (Lookup(syntax, model, cancellation) is not { } block)
        {
            return null;
        }

        ConstantExpressionReader reader = new(model, enclosing, cancellation);
        Dictionary<string, BlockArgument> arguments = [];
        bool broken = syntax.ContainsDiagnostics;
        Dictionary<string, ITypeSymbol> parameters = BlockParameter.In(block).GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.First().Type);
        parameters["Weights"] = compilation.GetSpecialType(SpecialType.System_String);
        foreach (AttributeArgumentSyntax argument in (IEnumerable<AttributeArgumentSyntax>?)syntax.ArgumentList?.Arguments ?? [])
        {
            string? name = argument.NameEquals?.Name.Identifier.ValueText;
            ConstantExpression? value = reader.Read(argument.Expression);
            if (name is null || value is null || !parameters.TryGetValue(name, out ITypeSymbol? type) || !model.ClassifyConversion(argument.Expression, type).IsImplicit)
            {
                // C# reports an argument that is no constant, is of another type, or that the attribute does not have.
                broken = true;
                continue;
            }

            arguments[name] = new BlockArgument(name, 0, value, argument.GetLocation());
        }

        return new BlockUse(block, arguments, broken, syntax.GetLocation());
    }

    private static INamedTypeSymbol? Lookup(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        (NameSyntax? left, SimpleNameSyntax name) = syntax.Name switch
        {
            QualifiedNameSyntax qualified => (qualified.Left, qualified.Right),
            AliasQualifiedNameSyntax alias => (alias.Alias, alias.Name),
            SimpleNameSyntax simple => ((NameSyntax?)null, simple),
            _ => throw new InvalidOperationException($"{syntax.Name} is no name."),
        };
        INamespaceOrTypeSymbol? container = null;
        if (left is not null)
        {
            container = left is IdentifierNameSyntax { Identifier.Text: "global" } ? model.Compilation.GlobalNamespace
                : model.GetSymbolInfo(left, cancellation).Symbol as INamespaceOrTypeSymbol;
            if (container is null)
            {
                return null;
            }
        }

        string text = name.Identifier.ValueText;
        string[] candidates = text.EndsWith(Ending, StringComparison.Ordinal) ? [text, text.Substring(0, text.Length - Ending.Length)] : [text];
        return candidates
            .SelectMany(candidate => model.LookupNamespacesAndTypes(syntax.SpanStart, container, candidate))
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(IsBlock);
    }
}
