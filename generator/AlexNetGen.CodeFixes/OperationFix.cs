using System.Collections.Immutable;
using System.Composition;
using AlexNetGen.CodeFixes.Arguments;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>
/// The remedies that change operations: their arguments, their order, what stands before them; of the operation that
/// the diagnostic stands at, or of the layer where its cause is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OperationFix : SourceFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        Rules.OutputLength, Rules.Rank, Rules.MergedShapes, Rules.ShapeAssertion, Rules.ParametersAssertion,
        Rules.Dialects, Rules.BiasBeforeNorm, Rules.Activations,
    ];

    internal override IEnumerable<SourceFix> FixesOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        foreach (RemedyText remedy in RemedyProperties.Read(diagnostic.Properties))
        {
            if (remedy.Edits.All(edit => edit.Target == EditTarget.Operation) && Changes(remedy, diagnostic, model, cancellation) is { } changes)
            {
                yield return new SourceFix(remedy.Title, remedy.Kind, changes);
            }
        }
    }

    /// <summary>The changes of a remedy; null where an attribute is not to be found, or its text could not be trusted.</summary>
    private static ImmutableArray<TextChange>? Changes(RemedyText remedy, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        List<TextChange> changes = [];
        foreach (IGrouping<OperationName?, EditText> edits in remedy.Edits.GroupBy(edit => edit.Operation))
        {
            AttributeSyntax? attribute = edits.Key is null ? AttributeAt(diagnostic, model, cancellation) : AttributeOf(edits.Key, diagnostic, model, cancellation);
            IEnumerable<TextChange>? of = attribute is null ? null : edits.First().Kind switch
            {
                EditKind.Insert => [new TextChange(new TextSpan(attribute.SpanStart, 0), BoundName.OfAttribute(model, attribute.SpanStart, edits.First().Argument) + ", ")],
                EditKind.Remove => AttributeListEdits.Remove(attribute),
                EditKind.Swap => AttributeListEdits.Swap(attribute, model),
                _ => [Set(attribute, [.. edits], model)],
            };
            if (of is null)
            {
                return null;
            }

            changes.AddRange(of);
        }

        return [.. changes];
    }

    private static TextChange Set(AttributeSyntax attribute, IReadOnlyList<EditText> edits, SemanticModel model)
    {
        if (edits.Count == 1 && edits[0].Value is { } value && model.GetSymbolInfo(attribute).Symbol is IMethodSymbol constructor
            && ConstructorArgument.Find(constructor, attribute, edits[0].Argument) is { } positional)
        {
            return new TextChange(positional.Expression.Span, value);
        }

        // Rounding.Ceil is written so that it binds to the enum here.
        EquatableArray<EditText> bound = edits
            .Select(edit => edit is { Argument: "Rounding", Value: { } rounding } ? edit with { Value = BoundName.OfMember(model, attribute.SpanStart, rounding) } : edit)
            .ToEquatableArray();
        return attribute.ArgumentList is { Arguments.Count: > 0 } list
            ? new TextChange(list.Span, ArgumentListEdits.Apply(list.ToString(), bound))
            : new TextChange(TextSpan.FromBounds(attribute.Name.Span.End, attribute.Span.End), $"({string.Join(", ", bound.Select(edit => $"{edit.Argument} = {edit.Value}"))})");
    }
}
