using System.Collections.Immutable;
using System.Composition;
using AlexNetGen.CodeFixes.Arguments;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>
/// ANG1001: the remedies that change the network's input, in whatever part of the class and file it stands. There is
/// no fix-all: the layers of a network would each want another input.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NetworkInputFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.OutputLength];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        if (await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            TypeDeclarationSyntax? part = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (part is null
                || model.GetDeclaredSymbol(part, cancellation)?.GetAttributes().FirstOrDefault(DeclarationReader.IsNetwork) is not { ApplicationSyntaxReference: { } reference } network
                || reference.GetSyntax(cancellation) is not AttributeSyntax { ContainsDirectives: false } attribute
                || context.Document.Project.Solution.GetDocument(attribute.SyntaxTree) is not { } home)
            {
                continue;
            }

            foreach (RemedyText remedy in RemedyProperties.Read(diagnostic.Properties).Where(remedy => remedy.Edits.Any(edit => edit.Target == EditTarget.Network)))
            {
                TextChange[] changes = [.. remedy.Edits
                    .Where(edit => edit is { Target: EditTarget.Network, Value: not null })
                    .Select(edit => (Edit: edit, Argument: ConstructorArgument.Find(network.AttributeConstructor, attribute, edit.Argument)))
                    .Where(pair => pair.Argument is not null)
                    .Select(pair => new TextChange(pair.Argument!.Expression.Span, pair.Edit.Value!))];
                if (changes.Length == remedy.Edits.Count)
                {
                    context.RegisterCodeFix(CodeAction.Create(remedy.Title, cancel => Apply(home, changes, cancel), remedy.Kind), diagnostic);
                }
            }
        }
    }

    private static async Task<Solution> Apply(Document home, TextChange[] changes, CancellationToken cancellation)
    {
        SourceText text = await home.GetTextAsync(cancellation).ConfigureAwait(false);
        return home.WithText(text.WithChanges(changes)).Project.Solution;
    }
}
