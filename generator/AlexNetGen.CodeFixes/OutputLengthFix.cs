using System.Collections.Immutable;
using System.Composition;
using AlexNetGen.CodeFixes.Arguments;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>ANG1001: the remedies that change the operation itself, its padding or its rounding.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OutputLengthFix : SourceFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.OutputLength];

    internal override IEnumerable<SourceFix> FixesOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (AttributeAt(diagnostic, model, cancellation)?.ArgumentList is not { } list)
        {
            yield break;
        }

        string text = list.ToString();
        foreach (RemedyText remedy in RemedyProperties.Read(diagnostic.Properties))
        {
            if (remedy.Edits.All(edit => edit.Target == EditTarget.Operation))
            {
                // Rounding.Ceil is written so that it binds to the enum here.
                EquatableArray<EditText> edits = remedy.Edits
                    .Select(edit => edit.Argument == "Rounding" && edit.Value is { } value ? edit with { Value = BoundName.OfMember(model, list.SpanStart, value) } : edit)
                    .ToEquatableArray();
                yield return new SourceFix(remedy.Title, remedy.Kind, [new TextChange(list.Span, ArgumentListEdits.Apply(text, edits))]);
            }
        }
    }
}
