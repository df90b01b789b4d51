using System.Globalization;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Operations;

/// <summary>Writes an operation's arguments as the user did: <c>64, Kernel = 11, Stride = 4</c>.</summary>
internal static class ArgumentText
{
    public static string Of(OperationDeclaration operation) => string.Join(
        ", ",
        operation.Layers.Select(layer => layer == Checking.LayerInputs.NetworkInput ? "Network.Input" : layer).Concat(operation.Arguments
            .Where(argument => argument.IsWritten && argument.Name != "Weights")
            .Select(argument => argument.IsPositional ? Value(argument) : $"{argument.Name} = {Value(argument)}")));

    /// <summary>The value as C# source.</summary>
    public static string Value(Argument argument) => argument.Name switch
    {
        "Axis" when argument.Value is int axis => $"ConcatAxis.{(ConcatAxis)axis}",
        "Rounding" when argument.Value is int rounding => $"Rounding.{(Rounding)rounding}",
        "AutoPad" when argument.Value is int autoPad => $"AutoPad.{(AutoPad)autoPad}",
        "Approximate" when argument.Value is int approximation => $"Approximation.{(Approximation)approximation}",
        "Mode" when argument.Value is int mode => $"UpsampleMode.{(UpsampleMode)mode}",
        _ => argument.Value switch
        {
            EquatableArray<int> dimensions => string.Join(", ", dimensions.Select(dimension => Checking.Formula.Number(dimension))),
            long count => Planning.Literal.Of(count),
            bool flag => flag ? "true" : "false",
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => argument.Value?.ToString() ?? string.Empty,
        },
    };
}
