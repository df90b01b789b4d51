using System.Globalization;
using System.Text.RegularExpressions;

namespace AlexNetGen.Samples;

/// <summary>An output length that is not a whole number, and what is made of it.</summary>
/// <param name="Layer">The layer, as in <c>Layer2A.Spatial</c>.</param>
/// <param name="Operation">The operation, as in <c>Conv2d</c>.</param>
/// <param name="Exact">The length before rounding, as in <c>28.5</c>.</param>
/// <param name="Length">The length it is read as.</param>
/// <param name="Consequence">What the rounding does to the input.</param>
public sealed partial record RoundedLength(string Layer, string Operation, string Exact, int Length, RoundingConsequence Consequence)
{
    /// <summary>Those of a network, in the order of its layers.</summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<RoundedLength> In(NetworkDescription network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return
            from layer in network.Layers
            from operation in layer.Operations
            from formula in Formula().Matches(operation.Formula ?? string.Empty).DistinctBy(match => match.Value)
            select Read(layer.Name, operation.Name, formula);
    }

    private static RoundedLength Read(string layer, string operation, Match formula)
    {
        bool isSymmetric = formula.Groups["both"].Success;
        int input = Number("input");
        int before = Number(isSymmetric ? "both" : "before");
        int after = Number(isSymmetric ? "both" : "after");
        int kernel = Number("kernel");
        int stride = Number("stride");
        int length = Number("length");
        (int whole, int remainder) = Math.DivRem(before + input + after - kernel, stride);
        bool readsAll = remainder - after - Math.Max(0, stride - kernel) <= 0;
        RoundingConsequence consequence =
            length > whole + 1 ? RoundingConsequence.HangsOver
            : remainder <= after ? RoundingConsequence.DropsPadding
            : readsAll ? RoundingConsequence.SkipsRows
            : RoundingConsequence.LosesRows;
        return new RoundedLength(layer, operation, formula.Groups["exact"].Value, length, consequence);

        int Number(string group) => int.Parse(formula.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    // (224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55
    [GeneratedRegex(@"\((?<input>\d+) \+ (2\*(?<both>\d+)|(?<before>\d+) \+ (?<after>\d+)) - (?<kernel>\d+)\) / (?<stride>\d+) \+ 1 = (?<exact>[\d ./]+) -> (?<length>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();
}
