using System.Collections.Immutable;
using System.Composition;
using AlexNetGen.CodeFixes.Arguments;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>ANG1005: puts the missing operation before the one that reads another rank.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FlattenFix : SourceFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.Rank];

    internal override IEnumerable<SourceFix> FixesOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (AttributeAt(diagnostic, model, cancellation) is not { } attribute)
        {
            yield break;
        }

        foreach (RemedyText remedy in RemedyProperties.Read(diagnostic.Properties))
        {
            if (remedy.Before is { } operation)
            {
                string name = BoundName.OfAttribute(model, attribute.SpanStart, operation);
                yield return new SourceFix(remedy.Title, remedy.Kind, [new TextChange(new TextSpan(attribute.SpanStart, 0), name + ", ")]);
            }
        }
    }
}
