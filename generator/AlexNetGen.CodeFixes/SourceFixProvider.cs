using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>Offers fixes that change only the document of the diagnostic, one by one or all of a kind.</summary>
public abstract class SourceFixProvider : CodeFixProvider
{
    private protected SourceFixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => RepeatedFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (SourceFix fix in FixesOf(diagnostic, model, context.CancellationToken))
            {
                context.RegisterCodeFix(CodeAction.Create(fix.Title, cancellation => Apply(context.Document, fix, cancellation), fix.Kind), diagnostic);
            }
        }
    }

    internal abstract IEnumerable<SourceFix> FixesOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation);

    /// <summary>The attribute that the diagnostic stands in; null where an edit of its text could not be trusted.</summary>
    private protected static AttributeSyntax? AttributeAt(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        AttributeSyntax? attribute = model.SyntaxTree.GetRoot(cancellation)
            .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();
        return attribute is { ContainsDirectives: false } ? attribute : null;
    }

    /// <summary>An operation's attribute, in the class and the file of the diagnostic.</summary>
    private protected static AttributeSyntax? AttributeOf(OperationName operation, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        TypeDeclarationSyntax? part = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        ISymbol? layer = part is null ? null : (model.GetDeclaredSymbol(part, cancellation) as INamedTypeSymbol)?.GetMembers(operation.Layer).FirstOrDefault();
        AttributeData? attribute = layer?.GetAttributes().Where(AttributeReader.IsOperation).ElementAtOrDefault(operation.Number);
        return attribute?.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == model.SyntaxTree
            && reference.GetSyntax(cancellation) is AttributeSyntax { ContainsDirectives: false } syntax
            ? syntax
            : null;
    }

    private static async Task<Document> Apply(Document document, SourceFix fix, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(fix.Changes));
    }
}
