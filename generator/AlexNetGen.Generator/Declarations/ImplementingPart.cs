using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>
/// The head of the implementing part of a partial member: C# wants the same modifiers and type again.
/// </summary>
internal static class ImplementingPart
{
    private static readonly HashSet<SyntaxKind> Repeated =
    [
        SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.StaticKeyword, SyntaxKind.NewKeyword,
        SyntaxKind.UnsafeKeyword,
    ];

    private static readonly HashSet<SyntaxKind> RepeatedOnInstances =
    [
        SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.SealedKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.RequiredKeyword,
    ];

    /// <summary>Null where there is nothing to implement, or the user has, or C# allows no implementation.</summary>
    public static (string? Head, EquatableArray<string> Accessors) Of(ISymbol member, CancellationToken cancellation) =>
        CanBeWritten(member) ? (Head(member, cancellation), member is IPropertySymbol property ? Accessors(property) : []) : (null, []);

    /// <summary>Whether there is something to implement that C# allows an implementation of.</summary>
    public static bool CanBeWritten(ISymbol member) =>
        member is not ({ IsAbstract: true } or { IsStatic: true, IsVirtual: true } or { IsStatic: true, IsOverride: true } or { IsStatic: true, IsSealed: true })
        && !IsWritten(member)
        && member is IPropertySymbol { IsPartialDefinition: true, ExplicitInterfaceImplementations.IsEmpty: true }
            or IMethodSymbol { IsPartialDefinition: true, ExplicitInterfaceImplementations.IsEmpty: true };

    /// <summary>Whether the user wrote the implementing part too.</summary>
    public static bool IsWritten(ISymbol member) =>
        member is IPropertySymbol { PartialImplementationPart: not null } or IMethodSymbol { PartialImplementationPart: not null }
        && !GeneratedNames.IsGenerated(member);

    private static string Head(ISymbol member, CancellationToken cancellation) => $"{Modifiers(member, cancellation)} {Signature(member)}";

    /// <summary>The type and name; of an ordinary layer without the work of writing any member.</summary>
    private static string Signature(ISymbol member) =>
        member is IPropertySymbol { RefKind: RefKind.None, IsIndexer: false, NullableAnnotation: not NullableAnnotation.Annotated } property && RuntimeType.Is(property.Type, "Layer")
            ? $"global::AlexNetGen.Layer {Formats.EscapeKeyword(property.Name)}"
            : Formats.Member(member);

    /// <summary>The modifiers that C# wants again, 'partial' last; of the others it reports the user's.</summary>
    private static string Modifiers(ISymbol member, CancellationToken cancellation)
    {
        SyntaxTokenList written = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is MemberDeclarationSyntax syntax ? syntax.Modifiers : default;
        IEnumerable<string> repeated = written
            .Where(modifier => Repeated.Contains(modifier.Kind()) || (!member.IsStatic && RepeatedOnInstances.Contains(modifier.Kind())))
            .Select(modifier => modifier.Text)
            .Distinct();
        return string.Join(" ", repeated.Append("partial"));
    }

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
}
