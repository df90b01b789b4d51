using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Declarations;

/// <summary>How symbols are written in generated code.</summary>
internal static class Formats
{
    /// <summary>Namespaces in full, keywords escaped, without <c>global::</c>.</summary>
    public static SymbolDisplayFormat Escaped { get; } = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A type's own name and its type parameters.</summary>
    public static SymbolDisplayFormat NameWithTypeParameters { get; } = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A type as a member's type: fully qualified, with its nullable annotation.</summary>
    public static SymbolDisplayFormat MemberType { get; } =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string EscapeKeyword(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None ? "@" + identifier : identifier;
}
