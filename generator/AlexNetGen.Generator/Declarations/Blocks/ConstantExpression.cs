namespace AlexNetGen.Generator.Declarations;

/// <summary>
/// An expression of a block's parameters: what C#'s constant expressions are made of, kept so that it can be computed
/// anew with the values of each use.
/// </summary>
internal abstract record ConstantExpression
{
    /// <summary>The parameters in it.</summary>
    public abstract IEnumerable<string> Parameters { get; }

    /// <summary>Its value.</summary>
    /// <param name="values">The value of a parameter.</param>
    /// <exception cref="ArithmeticException">It overflows, or divides by zero.</exception>
    public abstract object? Evaluate(Func<string, object?> values);
}

/// <summary>A value that depends on no parameter.</summary>
internal sealed record ConstantValue(object? Value) : ConstantExpression
{
    public override IEnumerable<string> Parameters => [];

    public override object? Evaluate(Func<string, object?> values) => Value;
}

/// <summary>A parameter: <c>Width</c>.</summary>
internal sealed record ParameterValue(string Name) : ConstantExpression
{
    public override IEnumerable<string> Parameters => [Name];

    public override object? Evaluate(Func<string, object?> values) => values(Name);
}

/// <summary><c>-a</c>, <c>!a</c>.</summary>
internal sealed record UnaryExpression(string Operator, ConstantExpression Operand) : ConstantExpression
{
    public override IEnumerable<string> Parameters => Operand.Parameters;

    public override object? Evaluate(Func<string, object?> values) => ConstantArithmetic.Unary(Operator, Operand.Evaluate(values));
}

/// <summary><c>a * b</c>, <c>a == b</c>, <c>a &amp;&amp; b</c>.</summary>
internal sealed record BinaryExpression(string Operator, ConstantExpression Left, ConstantExpression Right) : ConstantExpression
{
    public override IEnumerable<string> Parameters => Left.Parameters.Concat(Right.Parameters);

    public override object? Evaluate(Func<string, object?> values) => Operator switch
    {
        "&&" => Left.Evaluate(values) is true && Right.Evaluate(values) is true,
        "||" => Left.Evaluate(values) is true || Right.Evaluate(values) is true,
        _ => ConstantArithmetic.Binary(Operator, Left.Evaluate(values), Right.Evaluate(values)),
    };
}

/// <summary><c>a ? b : c</c>.</summary>
internal sealed record ConditionalExpression(ConstantExpression Condition, ConstantExpression WhenTrue, ConstantExpression WhenFalse) : ConstantExpression
{
    public override IEnumerable<string> Parameters => Condition.Parameters.Concat(WhenTrue.Parameters).Concat(WhenFalse.Parameters);

    public override object? Evaluate(Func<string, object?> values) => Condition.Evaluate(values) is true ? WhenTrue.Evaluate(values) : WhenFalse.Evaluate(values);
}

/// <summary><c>(int)a</c>.</summary>
internal sealed record CastExpression(string Type, ConstantExpression Operand) : ConstantExpression
{
    public override IEnumerable<string> Parameters => Operand.Parameters;

    public override object? Evaluate(Func<string, object?> values) => ConstantArithmetic.Convert(Type, Operand.Evaluate(values));
}

/// <summary><c>$"{a}.{b}"</c>.</summary>
internal sealed record JoinedText(EquatableArray<ConstantExpression> Parts) : ConstantExpression
{
    public override IEnumerable<string> Parameters => Parts.SelectMany(part => part.Parameters);

    public override object? Evaluate(Func<string, object?> values) => string.Concat(Parts.Select(part => part.Evaluate(values) as string));
}
