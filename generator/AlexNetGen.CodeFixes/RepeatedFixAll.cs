using System.Collections.Immutable;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>
/// Fixes all of a kind in a document. A layer that fails hides those after it, whose shapes are not known then; so
/// the document is checked again after each round, until nothing of the kind is left.
/// </summary>
internal sealed class RepeatedFixAll : DocumentBasedFixAllProvider
{
    public static RepeatedFixAll Instance { get; } = new();

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        SourceFixProvider provider = (SourceFixProvider)fixAllContext.CodeFixProvider;
        CancellationToken cancellation = fixAllContext.CancellationToken;
        IReadOnlyList<Diagnostic> round = diagnostics;
        HashSet<string> before = [];
        while (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
        {
            SourceText text = await model.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false);
            List<TextChange> changes = [];
            foreach (SourceFix fix in round.SelectMany(diagnostic => provider.FixesOf(diagnostic, model, cancellation).Where(fix => fix.Kind == fixAllContext.CodeActionEquivalenceKey).Take(1)))
            {
                // What touches a text that is changed already has its turn in the next round.
                if (!fix.Changes.Any(change => changes.Any(other => other.Span.IntersectsWith(change.Span))))
                {
                    changes.AddRange(fix.Changes);
                }
            }

            // A text that was there before would come again without end.
            if (changes.Count == 0 || !before.Add(text.ToString()))
            {
                break;
            }

            document = document.WithText(text.WithChanges(changes));
            round = await Check(document, provider, cancellation).ConfigureAwait(false);
        }

        return document;
    }

    private static async Task<IReadOnlyList<Diagnostic>> Check(Document document, SourceFixProvider provider, CancellationToken cancellation)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        HashSet<INamedTypeSymbol> networks = new(SymbolEqualityComparer.Default);
        foreach (TypeDeclarationSyntax declaration in root?.DescendantNodes().OfType<TypeDeclarationSyntax>() ?? [])
        {
            if (model.GetDeclaredSymbol(declaration, cancellation) is { } type && type.GetAttributes().Any(DeclarationReader.IsNetwork))
            {
                networks.Add(type);
            }
        }

        List<Diagnostic> diagnostics = [];
        foreach (INamedTypeSymbol type in networks)
        {
            (NetworkDeclaration declaration, SourceMap map) = DeclarationReader.Read(type, model!.Compilation, cancellation);
            CheckedNetwork network = NetworkChecker.Review(declaration);
            diagnostics.AddRange(network.Problems.Select(problem => ProblemReport.ToDiagnostic(problem, network, map)));
        }

        return [.. diagnostics.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id) && diagnostic.Location.SourceTree == root?.SyntaxTree)];
    }
}
