using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>ANG1007 and ANG1008, and ANG2003 on an assertion without its value: asserts what is computed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AssertionFix : SourceFixProvider
{
    private static readonly string[] Comma = [", "];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.ShapeAssertion, Rules.ParametersAssertion, Rules.Incomplete];

    internal override IEnumerable<SourceFix> FixesOf(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (AttributeAt(diagnostic, model, cancellation) is not { } attribute)
        {
            yield break;
        }

        foreach (RemedyText remedy in RemedyProperties.Read(diagnostic.Properties))
        {
            if (remedy.Edits.Count == 1 && remedy.Edits[0] is { Target: EditTarget.Assertion, Value: { } value })
            {
                yield return new SourceFix(remedy.Title, remedy.Kind, [.. Changes(attribute, value, model, cancellation)]);
            }
        }
    }

    /// <summary>Replaces the values that differ, each in its place; all of them where their number differs.</summary>
    private static IEnumerable<TextChange> Changes(AttributeSyntax attribute, string value, SemanticModel model, CancellationToken cancellation)
    {
        string[] values = value.Split(Comma, StringSplitOptions.None);
        if (attribute.ArgumentList is not { } list)
        {
            return [new TextChange(new TextSpan(attribute.Span.End, 0), $"({value})")];
        }

        if (list.Arguments.Count != values.Length)
        {
            return [new TextChange(list.Span, $"({value})")];
        }

        return values
            .Select((wanted, index) => (Wanted: wanted, list.Arguments[index].Expression))
            .Where(pair => model.GetConstantValue(pair.Expression, cancellation) is not { HasValue: true, Value: IFormattable written }
                || written.ToString(null, CultureInfo.InvariantCulture) != pair.Wanted.Replace("_", string.Empty))
            .Select(pair => new TextChange(pair.Expression.Span, pair.Wanted));
    }
}
