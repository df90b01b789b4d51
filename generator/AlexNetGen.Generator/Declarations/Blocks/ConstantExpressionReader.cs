using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads the expressions in a block, where its constants are parameters.</summary>
/// <param name="model">The semantics of the file they stand in.</param>
/// <param name="block">The block; null in a network, which has no parameters.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class ConstantExpressionReader(SemanticModel model, INamedTypeSymbol? block, CancellationToken cancellation)
{
    private readonly HashSet<string> _names = [.. BlockParameter.In(block).Select(field => field.Name)];

    /// <summary>The expression that could not be read, once <see cref="Read"/> has returned null; null where C# reports it.</summary>
    public ExpressionSyntax? Unreadable { get; private set; }

    /// <summary>The expression; null where it is none that can be computed.</summary>
    public ConstantExpression? Read(ExpressionSyntax expression)
    {
        if (!Mentions(expression))
        {
            Optional<object?> value = model.GetConstantValue(expression, cancellation);
            return value.HasValue ? new ConstantValue(Plain(value.Value)) : null;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Read(parenthesized.Expression);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when Parameter(expression) is { } name:
                return new ParameterValue(name);
            case PrefixUnaryExpressionSyntax unary when unary.OperatorToken.Text is "-" or "+" or "!" or "~":
                return Read(unary.Operand) is { } operand ? new UnaryExpression(unary.OperatorToken.Text, operand) : null;
            case BinaryExpressionSyntax binary:
                return Read(binary.Left) is { } left && Read(binary.Right) is { } right ? new BinaryExpression(binary.OperatorToken.Text, left, right) : null;
            case ConditionalExpressionSyntax conditional:
                return Read(conditional.Condition) is { } condition && Read(conditional.WhenTrue) is { } whenTrue && Read(conditional.WhenFalse) is { } whenFalse
                    ? Typed(new ConditionalExpression(condition, whenTrue, whenFalse), expression)
                    : null;
            case CastExpressionSyntax { Type: PredefinedTypeSyntax type } cast when ConstantArithmetic.Types.Contains(type.Keyword.Text):
                return Read(cast.Expression) is { } inner ? new CastExpression(type.Keyword.Text, inner) : null;
            case InterpolatedStringExpressionSyntax text:
                return Joined(text);
            default:
                Unreadable ??= expression;
                return null;
        }
    }

    /// <summary>The wider type of two branches, whichever is taken.</summary>
    private ConstantExpression Typed(ConstantExpression value, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression, cancellation).Type is { } type && ConstantArithmetic.Types.Contains(type.ToDisplayString()) ? new CastExpression(type.ToDisplayString(), value) : value;

    /// <summary>A constant as the pipeline keeps it: an enum is its number, as in an attribute's arguments.</summary>
    public static object? Plain(object? value) => value is byte or sbyte or short or ushort ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : value;

    private JoinedText? Joined(InterpolatedStringExpressionSyntax text)
    {
        List<ConstantExpression> parts = [];
        foreach (InterpolatedStringContentSyntax content in text.Contents)
        {
            if (content is InterpolatedStringTextSyntax literal)
            {
                parts.Add(new ConstantValue(literal.TextToken.ValueText));
            }
            else if (content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole && Read(hole.Expression) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                Unreadable ??= text;
                return null;
            }
        }

        return new JoinedText(parts.ToEquatableArray());
    }

    /// <summary>Whether a parameter's value is in it; its name in a nameof is not.</summary>
    private bool Mentions(ExpressionSyntax expression) => _names.Count > 0 && expression
        .DescendantNodesAndSelf(node => node is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
        .Any(node => node is IdentifierNameSyntax name && _names.Contains(name.Identifier.ValueText) && Parameter(name) is not null);

    private string? Parameter(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellation).Symbol is IFieldSymbol { IsConst: true } field && SymbolEqualityComparer.Default.Equals(field.ContainingType, block)
            ? field.Name
            : null;
}
