using System.Collections.Immutable;
using System.Composition;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>ANG2001: makes the class, and the types around it, partial where nothing else keeps it from being a network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PartialFix : SourceFixProvider
{
    private const string Kind = "Add partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.NetworkType];

    internal override IEnumerable<SourceFix> FixesOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode node = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan);
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax network
            || network.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.AbstractKeyword)))
        {
            yield break;
        }

        TypeDeclarationSyntax[] types = [.. network.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()];
        if (types.Any(type => type.TypeParameterList is not null || type.Modifiers.Any(SyntaxKind.FileKeyword)))
        {
            yield break;
        }

        // 'partial' stands last, before the keyword of the type.
        TypeDeclarationSyntax[] closed = [.. types.Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))];
        if (closed.Length > 0)
        {
            string names = string.Join(" and ", Enumerable.Reverse(closed).Select(type => type.Identifier.ValueText));
            yield return new SourceFix($"Make {names} partial", Kind, [.. closed.Select(type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "))]);
        }
    }
}
