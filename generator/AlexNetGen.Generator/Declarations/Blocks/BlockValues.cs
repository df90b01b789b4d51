using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of a block's parameters at one use: those that it sets, the others computed from them.</summary>
internal sealed class BlockValues
{
    private readonly Dictionary<string, BlockParameter> _parameters;
    private readonly Dictionary<string, object?> _values;
    private readonly HashSet<string> _set;

    /// <summary>Computes what the use sets.</summary>
    /// <param name="block">The block.</param>
    /// <param name="use">Its use; null for the parameters as declared.</param>
    /// <param name="enclosing">The values of the block that the use stands in.</param>
    /// <exception cref="ArithmeticException">A value overflows, or is divided by zero.</exception>
    public BlockValues(BlockDeclaration block, BlockUse? use, BlockValues? enclosing)
    {
        _parameters = block.Parameters.ToDictionary(parameter => parameter.Name);
        _values = [];
        foreach (BlockArgument argument in use?.Arguments.Values ?? [])
        {
            if (argument.Name is not null && _parameters.TryGetValue(argument.Name, out BlockParameter? parameter))
            {
                _values[argument.Name] = ConstantArithmetic.Convert(parameter.Type, argument.Value.Evaluate(name => enclosing?[name]));
            }
        }

        _set = [.. _values.Keys];
    }

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="ArithmeticException">It overflows, or is divided by zero.</exception>
    public object? this[string parameter]
    {
        get
        {
            if (!_values.TryGetValue(parameter, out object? value) && _parameters.TryGetValue(parameter, out BlockParameter? declared))
            {
                _values[parameter] = value = ConstantArithmetic.Convert(declared.Type, declared.Default.Evaluate(name => this[name]));
            }

            return value;
        }
    }

    /// <summary>The value of an expression.</summary>
    /// <exception cref="ArithmeticException">It overflows, or is divided by zero.</exception>
    public object? Of(ConstantExpression expression) => expression.Evaluate(name => this[name]);

    /// <summary>The parameters that an expression comes from: those in it, and those that the ones which the use leaves out are computed from.</summary>
    public IEnumerable<string> Causes(ConstantExpression expression) => expression.Parameters.SelectMany(name =>
        _set.Contains(name) || !_parameters.TryGetValue(name, out BlockParameter? declared) ? [name] : Causes(declared.Default).Prepend(name));

    /// <summary>The values of some parameters as text: <c>Width = 64, Groups = 0</c>.</summary>
    public string Text(IEnumerable<string> parameters) => string.Join(", ", parameters.Distinct().Select(name => $"{name} = {TextOf(name)}"));

    private string TextOf(string parameter)
    {
        try
        {
            return this[parameter] switch
            {
                bool flag => flag ? "true" : "false",
                int or long => Formula.Number(Convert.ToInt64(this[parameter], System.Globalization.CultureInfo.InvariantCulture)),
                object other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture),
                null => "null",
            };
        }
        catch (ArithmeticException)
        {
            return "?";
        }
    }
}
