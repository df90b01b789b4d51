using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>
/// The head of the implementing part of a partial member: C# wants the same modifiers and type again.
/// </summary>
internal static class ImplementingPart
{
    public static (string? Head, EquatableArray<string> Accessors) Of(ISymbol member, CancellationToken cancellation) => member switch
    {
        IPropertySymbol { IsPartialDefinition: true, IsIndexer: false } property => (OfProperty(property, cancellation), Accessors(property)),
        IMethodSymbol { IsPartialDefinition: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary } method => (OfMethod(method, cancellation), []),
        _ => (null, []),
    };

    private static string OfProperty(IPropertySymbol property, CancellationToken cancellation) =>
        $"{Modifiers(property, cancellation)} {Reference(property.RefKind)}{property.Type.ToDisplayString(Formats.MemberType)} {Formats.EscapeKeyword(property.Name)}";

    private static string OfMethod(IMethodSymbol method, CancellationToken cancellation)
    {
        IEnumerable<string> parameters = method.Parameters.Select(parameter =>
            $"{Reference(parameter.RefKind)}{parameter.Type.ToDisplayString(Formats.MemberType)} {Formats.EscapeKeyword(parameter.Name)}");
        string type = method.ReturnsVoid ? "void" : method.ReturnType.ToDisplayString(Formats.MemberType);
        return $"{Modifiers(method, cancellation)} {Reference(method.RefKind)}{type} {Formats.EscapeKeyword(method.Name)}({string.Join(", ", parameters)})";
    }

    private static string Modifiers(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is MemberDeclarationSyntax syntax
            ? string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text))
            : "partial";

    private static EquatableArray<string> Accessors(IPropertySymbol property)
    {
        List<string> accessors = [];
        foreach (IMethodSymbol? accessor in new[] { property.GetMethod, property.SetMethod })
        {
            if (accessor is not null)
            {
                string access = accessor.DeclaredAccessibility == property.DeclaredAccessibility
                    ? string.Empty
                    : SyntaxFacts.GetText(accessor.DeclaredAccessibility) + " ";
                accessors.Add(access + (accessor.MethodKind == MethodKind.PropertyGet ? "get" : accessor.IsInitOnly ? "init" : "set"));
            }
        }

        return accessors.ToEquatableArray();
    }

    private static string Reference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => string.Empty,
    };
}
