using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>What a member must look like to be a layer.</summary>
internal static class LayerForm
{
    private const string LayerType = "Layer";

    /// <summary>Whether the member is meant as a layer; C# reports an operation on anything else itself.</summary>
    public static bool IsLayer(ISymbol member) => !member.IsImplicitlyDeclared
        && member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
        && (member.GetAttributes().Any(AttributeReader.IsOfLayer)
            || (member is IPropertySymbol { IsPartialDefinition: true, Type: var type } && RuntimeType.Is(type, LayerType)));

    /// <summary>Why the member is none; null where it is one.</summary>
    public static string? Reason(ISymbol member, CancellationToken cancellation)
    {
        if (member is not IPropertySymbol property)
        {
            return $"it is a {(member is IFieldSymbol ? "field" : "method")}";
        }

        if (property.RefKind != RefKind.None || property.IsIndexer)
        {
            return property.IsIndexer ? "it is an indexer" : "it returns a reference";
        }

        if (!RuntimeType.Is(property.Type, LayerType))
        {
            return $"its type is {property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, not Layer";
        }

        if (property.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return "its type is Layer?, and a layer is never null";
        }

        if (!property.IsStatic)
        {
            return "it is not static";
        }

        if (!property.IsPartialDefinition || ImplementingPart.IsWritten(property))
        {
            bool partial = property.DeclaringSyntaxReferences.Any(reference =>
                reference.GetSyntax(cancellation) is PropertyDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
            return partial ? "it has a body; the body is generated" : "it is not partial";
        }

        if (property.SetMethod is not null || property.GetMethod is null)
        {
            return "it has a set accessor";
        }

        return !ImplementingPart.CanBeWritten(property) ? "its modifiers do not go together" : null;
    }
}
