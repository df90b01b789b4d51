using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads the name of a network's type, and says why it cannot be a network where it cannot.</summary>
internal static class TypeReader
{
    public static TypeName Read(INamedTypeSymbol type, List<Problem> problems, CancellationToken cancellation)
    {
        List<INamedTypeSymbol> containing = [];
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containing.Insert(0, outer);
        }

        string? reason = Reason(type, containing, cancellation);
        if (reason is not null)
        {
            problems.Add(new Problem(Rules.NetworkType, Place.Type, $"{type.Name} cannot be a network: {reason}"));
        }

        IEnumerable<INamedTypeSymbol> all = containing.Append(type);
        return new TypeName(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(Formats.Escaped),
            containing.Select(Head).ToEquatableArray(),
            Head(type),
            type.Name,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            all.All(part => part.DeclaredAccessibility == Accessibility.Public),
            all.All(part => IsPartial(part, cancellation) && !part.IsFileLocal),
            reason is null);
    }

    private static string? Reason(INamedTypeSymbol type, List<INamedTypeSymbol> containing, CancellationToken cancellation)
    {
        if (type.IsRecord)
        {
            return "it is a record. Declare it as a partial class.";
        }

        if (type.TypeKind != TypeKind.Class)
        {
            return $"it is {(type.TypeKind == TypeKind.Interface ? "an interface" : "a struct")}. Declare it as a partial class.";
        }

        if (type.IsFileLocal || containing.Any(outer => outer.IsFileLocal))
        {
            return "a file-local type cannot be continued in a generated file. Remove the 'file' modifier.";
        }

        if (!IsPartial(type, cancellation))
        {
            return "the class is not partial. Add the 'partial' modifier, so that the forward pass can be generated into it.";
        }

        if (type.IsStatic || type.IsAbstract)
        {
            return $"the class is {(type.IsStatic ? "static" : "abstract")}, and a network is an object that holds weights. Remove the modifier.";
        }

        if (type.TypeParameters.Length > 0)
        {
            return "the class is generic. Remove its type parameters; a network's shapes are fixed.";
        }

        INamedTypeSymbol? closed = containing.FirstOrDefault(outer => !IsPartial(outer, cancellation));
        if (closed is not null)
        {
            return $"the containing type {closed.Name} is not partial. Add the 'partial' modifier to it.";
        }

        INamedTypeSymbol? generic = containing.FirstOrDefault(outer => outer.TypeParameters.Length > 0);
        return generic is null ? null : $"the containing type {generic.Name} is generic. Move the network out of it.";
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Head(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {keyword} {type.ToDisplayString(Formats.NameWithTypeParameters)}";
    }
}
