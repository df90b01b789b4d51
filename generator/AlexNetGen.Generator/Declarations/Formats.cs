using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Declarations;

/// <summary>How symbols are written in generated code: keywords, contextual ones too, are escaped.</summary>
internal static class Formats
{
    /// <summary>Namespaces in full, without <c>global::</c>.</summary>
    private static readonly SymbolDisplayFormat NamespaceFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>A type's own name and its type parameters.</summary>
    private static readonly SymbolDisplayFormat NameFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance);

    /// <summary>A type, fully qualified.</summary>
    private static readonly SymbolDisplayFormat TypeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A member after its modifiers: type, name, type parameters, parameters and constraints.</summary>
    private static readonly SymbolDisplayFormat MemberFormat = TypeFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis);

    public static string Namespace(INamespaceSymbol symbol) => Write(symbol.ToDisplayParts(NamespaceFormat));

    public static string Name(INamedTypeSymbol symbol) => Write(symbol.ToDisplayParts(NameFormat));

    public static string FullName(INamedTypeSymbol symbol) => Write(symbol.ToDisplayParts(TypeFormat));

    public static string Member(ISymbol symbol) => Write(symbol.ToDisplayParts(MemberFormat));

    public static string EscapeKeyword(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    private static string Write(ImmutableArray<SymbolDisplayPart> parts) => string.Concat(parts.Select(part =>
        part.Symbol is not null && part.Kind is not (SymbolDisplayPartKind.Keyword or SymbolDisplayPartKind.Punctuation or SymbolDisplayPartKind.Operator)
            ? EscapeKeyword(part.ToString())
            : part.ToString()));
}
