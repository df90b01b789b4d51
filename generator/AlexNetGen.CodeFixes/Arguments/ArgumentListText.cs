using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes.Arguments;

/// <summary>The text of an attribute's argument list, edited so that its layout and its comments stay.</summary>
internal sealed class ArgumentListText
{
    private readonly string _text;
    private readonly SeparatedSyntaxList<AttributeArgumentSyntax> _arguments;

    public ArgumentListText(string text)
    {
        _text = text;
        _arguments = SyntaxFactory.ParseAttributeArgumentList(text)?.Arguments ?? default;
    }

    public int Count => _arguments.Count;

    /// <summary>The position of the argument that sets a property; -1 where it is not written.</summary>
    public int IndexOf(string property) => _arguments.IndexOf(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    public ArgumentListText WithValue(int index, string value) => Replace(_arguments[index].Expression.Span, value);

    public ArgumentListText WithArgument(int index, string argument) => Replace(_arguments[index].Span, argument);

    /// <summary>Inserts after an argument, on a line of its own if that one has one.</summary>
    public ArgumentListText WithInserted(int after, string argument)
    {
        AttributeArgumentSyntax previous = _arguments[after];
        string? lineBreak = LineBreakBefore(previous);
        string separator = lineBreak ?? " ";
        if (after < Count - 1)
        {
            return Replace(new TextSpan(previous.Span.End, 0), $",{separator}{argument}");
        }

        // A comment stays with the argument that it follows.
        SyntaxTriviaList trailing = previous.GetTrailingTrivia();
        bool hasLineComment = trailing.Any(SyntaxKind.SingleLineCommentTrivia);
        int end = trailing.Where(IsComment).Select(comment => comment.Span.End).DefaultIfEmpty(previous.Span.End).Last();
        if (lineBreak is not null)
        {
            string comments = _text.Substring(previous.Span.End, end - previous.Span.End);
            return Replace(TextSpan.FromBounds(previous.Span.End, end), $",{comments}{separator}{argument}");
        }

        return Replace(new TextSpan(hasLineComment ? previous.Span.End : end, 0), $", {argument}");
    }

    /// <summary>Takes an argument away with its comma, its line, and the comments on it.</summary>
    public ArgumentListText Without(int index)
    {
        AttributeArgumentSyntax argument = _arguments[index];
        int before = index == 0 ? 1 : _arguments.GetSeparator(index - 1).Span.End;
        if (index < Count - 1)
        {
            SyntaxToken comma = _arguments.GetSeparator(index);
            if (LineBreakBefore(argument) is { } line)
            {
                return comma.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
                    ? Replace(TextSpan.FromBounds(argument.SpanStart - Indentation(line), comma.FullSpan.End), string.Empty)
                    : Replace(TextSpan.FromBounds(argument.SpanStart, _arguments[index + 1].SpanStart), string.Empty);
            }

            int end = index == 0 ? _arguments[index + 1].SpanStart : comma.Span.End;
            return Replace(TextSpan.FromBounds(before, end), string.Empty);
        }

        if (index == 0)
        {
            return Replace(argument.Span, string.Empty);
        }

        // The line break after a line comment must stay, or what follows would become comment.
        SyntaxToken last = _arguments.GetSeparator(index - 1);
        IEnumerable<SyntaxTrivia> between = last.TrailingTrivia.Concat(argument.GetLeadingTrivia());
        return LineBreakBefore(argument) is not null && between.Any(IsComment)
            ? Replace(argument.Span, string.Empty).Replace(last.Span, string.Empty)
            : Replace(TextSpan.FromBounds(last.SpanStart, argument.Span.End), string.Empty);
    }

    public override string ToString() => _text;

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static int Indentation(string lineBreak) => lineBreak.Length - lineBreak.LastIndexOf('\n') - 1;

    /// <summary>The end of line and the indentation before an argument that begins its line; null where it does not.</summary>
    private string? LineBreakBefore(AttributeArgumentSyntax argument)
    {
        int start = argument.SpanStart;
        while (start > 0 && _text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        if (start == 0 || _text[start - 1] != '\n')
        {
            return null;
        }

        start -= start > 1 && _text[start - 2] == '\r' ? 2 : 1;
        return _text.Substring(start, argument.SpanStart - start);
    }

    private ArgumentListText Replace(TextSpan span, string text) => new(_text.Remove(span.Start, span.Length).Insert(span.Start, text));
}
