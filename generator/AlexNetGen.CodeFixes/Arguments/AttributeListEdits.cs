using AlexNetGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes.Arguments;

/// <summary>Changes which operations stand on a layer, and in which order.</summary>
internal static class AttributeListEdits
{
    /// <summary>Takes an attribute away with its comma, and its list where it is the only one in it.</summary>
    public static IEnumerable<TextChange>? Remove(AttributeSyntax attribute)
    {
        if (attribute.Parent is not AttributeListSyntax { Target: null, ContainsDirectives: false } list)
        {
            return null;
        }

        int index = list.Attributes.IndexOf(attribute);
        TextSpan span = list.Attributes.Count == 1 ? TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart)
            : index == 0 ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);

        // A comment that would go with it may be about something else.
        return list.DescendantTrivia().Concat(list.GetTrailingTrivia()).Any(trivia => span.Contains(trivia.Span) && IsComment(trivia)) ? null : [new TextChange(span, string.Empty)];
    }

    /// <summary>Lets an operation and the next one on the layer change places.</summary>
    public static IEnumerable<TextChange>? Swap(AttributeSyntax attribute, SemanticModel model)
    {
        AttributeSyntax[] operations = [.. attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.AttributeLists
            .SelectMany(list => list.Attributes)
            .Where(other => model.GetSymbolInfo(other).Symbol?.ContainingType is { } type && AttributeReader.IsOperation(type)) ?? []];
        AttributeSyntax? next = operations.ElementAtOrDefault(Array.IndexOf(operations, attribute) + 1);
        return next is null or { ContainsDirectives: true } ? null : [new TextChange(attribute.Span, next.ToString()), new TextChange(next.Span, attribute.ToString())];
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
