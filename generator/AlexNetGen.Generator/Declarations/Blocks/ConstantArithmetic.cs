using System.Globalization;

namespace AlexNetGen.Generator.Declarations;

/// <summary>C#'s arithmetic on constants: the wider of two types, and an exception where a whole number overflows.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The types a block's parameter can have, by their keywords.</summary>
    public static IReadOnlyList<string> Types { get; } = ["bool", "int", "long", "float", "double", "string"];

    public static object? Unary(string operation, object? operand) => (operation, operand) switch
    {
        ("!", bool value) => !value,
        ("+", _) => operand,
        ("-", int value) => checked(-value),
        ("-", long value) => checked(-value),
        ("-", float value) => -value,
        ("-", double value) => -value,
        ("~", int value) => ~value,
        ("~", long value) => ~value,
        _ => throw new ArithmeticException($"'{operation}' does not apply to {Text(operand)}"),
    };

    public static object? Binary(string operation, object? left, object? right) => (left, right) switch
    {
        (string or null, _) or (_, string or null) => Of(operation, left as string, right as string),
        (bool a, bool b) => Of(operation, a, b),
        (double, _) or (_, double) => Of(operation, ToDouble(left), ToDouble(right)),
        (float, _) or (_, float) => Of(operation, (float)ToDouble(left), (float)ToDouble(right)),
        (long, _) or (_, long) => Of(operation, ToLong(left), ToLong(right)),
        (int a, int b) => Of(operation, a, b),
        _ => throw Unknown(operation),
    };

    /// <summary>Converts as a cast does; a whole number that does not fit throws.</summary>
    public static object? Convert(string type, object? value) => (type, value) switch
    {
        ("int", float or double) => checked((int)ToDouble(value)),
        ("long", float or double) => checked((long)ToDouble(value)),
        ("int", long or int) => checked((int)ToLong(value)),
        ("long", long or int) => ToLong(value),
        ("float", not (bool or string or null)) => (float)ToDouble(value),
        ("double", not (bool or string or null)) => ToDouble(value),
        _ => value,
    };

    private static object Of(string operation, int a, int b) => operation switch
    {
        "+" => checked(a + b),
        "-" => checked(a - b),
        "*" => checked(a * b),
        "/" => checked(a / b),
        "%" => a % b,
        "<<" => a << b,
        ">>" => a >> b,
        "&" => a & b,
        "|" => a | b,
        "^" => a ^ b,
        _ => Compare(operation, a.CompareTo(b)),
    };

    private static object Of(string operation, long a, long b) => operation switch
    {
        "+" => checked(a + b),
        "-" => checked(a - b),
        "*" => checked(a * b),
        "/" => checked(a / b),
        "%" => a % b,
        "&" => a & b,
        "|" => a | b,
        "^" => a ^ b,
        _ => Compare(operation, a.CompareTo(b)),
    };

    private static object Of(string operation, float a, float b) => operation switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "%" => a % b,
        _ => Of(operation, (double)a, b),
    };

    private static object Of(string operation, double a, double b) => operation switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "%" => a % b,
        "==" => a == b,
        "!=" => a != b,
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        ">=" => a >= b,
        _ => throw Unknown(operation),
    };

    private static object Of(string operation, bool a, bool b) => operation switch
    {
        "&" => a & b,
        "|" => a | b,
        "^" => a ^ b,
        _ => Compare(operation, a.CompareTo(b)),
    };

    private static object Of(string operation, string? a, string? b) => operation switch
    {
        "+" => a + b,
        "==" => a == b,
        "!=" => a != b,
        _ => throw Unknown(operation),
    };

    private static object Compare(string operation, int order) => operation switch
    {
        "==" => order == 0,
        "!=" => order != 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        _ => throw Unknown(operation),
    };

    private static double ToDouble(object? value) => System.Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static long ToLong(object? value) => System.Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string Text(object? value) => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";

    private static ArithmeticException Unknown(string operation) => new($"'{operation}' does not apply to these values");
}
