using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Operations;

/// <summary>What an operation sees when it is checked, and where it reports what is wrong.</summary>
/// <param name="network">The network it stands in.</param>
/// <param name="layer">The number of its layer.</param>
/// <param name="index">Its number in the layer.</param>
/// <param name="input">The shape it reads; null where something before it is broken.</param>
/// <param name="origin">What made that shape: a layer's name, or the network's input.</param>
/// <param name="merged">The inputs of a merging operation; empty for any other.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="failures">Takes what does not fit.</param>
internal sealed class OperationContext(
    NetworkDeclaration network, int layer, int index, Shape? input, string origin, IReadOnlyList<MergeInput> merged, List<Problem> problems, List<Failure> failures)
{
    public NetworkDeclaration Network => network;

    public OperationDeclaration Declaration => network.Layers[layer].Operations[index];

    public string LayerName => network.Layers[layer].Name;

    public Shape? Input => input;

    /// <summary>The inputs of a merging operation.</summary>
    public IReadOnlyList<MergeInput> Merged => merged;

    /// <summary>What made the input: "Pool5" or "the network's input".</summary>
    public string Origin => origin;

    /// <summary>What it reads, and who made it.</summary>
    public string InputInWords => new MergeInput(MergeInput.SoFar, input, origin).InWords;

    /// <summary>The prefix of its tensors: what <c>Weights</c> says, or the layer's name.</summary>
    public string WeightsPrefix => Declaration["Weights"] as string ?? LayerName;

    /// <summary>The rounding written on the operation.</summary>
    public Rounding? Rounding => Declaration["Rounding"] is int value ? (Rounding)value : null;

    public void Report(string rule, string? argument, string message) =>
        problems.Add(new Problem(rule, Place.OperationArgument(layer, index, argument), $"{LayerName}: {message}"));

    /// <summary>Reports two inputs that do not go together.</summary>
    public void ReportMismatch(MergeInput left, MergeInput right, string? argument, string text) =>
        failures.Add(new MergeFailure(layer, index, argument, left, right, text));

    public void ReportNote(string rule, string argument, string message) => Report(rule, argument, message);

    /// <summary>Reports that frameworks round the windows to other lengths, with the roundings to choose from.</summary>
    public void ReportDialects(string argument, string message, string formula)
    {
        Place place = Place.OperationArgument(layer, index);
        Remedy Round(Rounding rounding, string kind) =>
            new(kind, $"Write Rounding = {rounding}", [new Edit(place, "Rounding", (int)rounding)]);
        problems.Add(new Problem(
            Rules.Dialects,
            place with { Argument = argument },
            $"{LayerName}: {message}",
            [Round(Declarations.Rounding.Ceil, RemedyKinds.Ceil), Round(Declarations.Rounding.Floor, RemedyKinds.Floor)])
        {
            Formula = formula,
        });
    }

    public void ReportFailure(Window height, Window width, WindowRule rule) =>
        failures.Add(new WindowFailure(layer, index, height, width, rule));

    /// <summary>A size that must be written; reports where it is missing or below 1.</summary>
    public int? Required(string argument, string meaning, string example)
    {
        if (!Declaration.Has(argument))
        {
            Report(Rules.Incomplete, null, $"{Declaration.Name} needs {meaning}, as in {example}.");
            return null;
        }

        return AtLeast(argument, 1, 1);
    }

    /// <summary>A whole number with a smallest value; reports where it is below.</summary>
    public int? AtLeast(string argument, int smallest, int whereLeftOut)
    {
        int value = Declaration[argument] is int written ? written : whereLeftOut;
        if (value >= smallest)
        {
            return value;
        }

        Report(Rules.ArgumentRange, argument, $"{Declaration.Name}'s {argument} is {Formula.Number(value)}; it must be at least {Formula.Number(smallest)}.");
        return null;
    }

    /// <summary>A real number; the one where it is left out if C# had a default.</summary>
    public double Real(string argument, double whereLeftOut) =>
        Declaration[argument] is { } value and not string ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : whereLeftOut;

    /// <summary>A real number as the kernels take it; reports where it is none.</summary>
    public float? Finite(string argument, double whereLeftOut)
    {
        float value = (float)Real(argument, whereLeftOut);
        if (!float.IsNaN(value) && !float.IsInfinity(value))
        {
            return value;
        }

        Report(Rules.ArgumentRange, argument, $"{Declaration.Name}'s {argument} is not a finite number.");
        return null;
    }

    /// <summary>One of an enum's values; reports where it is none of them.</summary>
    public T? Choice<T>(string argument, T whereLeftOut)
        where T : struct, Enum
    {
        T value = Declaration[argument] is int written ? (T)Enum.ToObject(typeof(T), written) : whereLeftOut;
        if (Enum.IsDefined(typeof(T), value))
        {
            return value;
        }

        Report(Rules.ArgumentRange, argument, $"{Declaration.Name}'s {argument} is no {typeof(T).Name}; take {string.Join(" or ", Enum.GetNames(typeof(T)))}.");
        return null;
    }

    public bool Flag(string argument, bool whereLeftOut) => Declaration[argument] as bool? ?? whereLeftOut;

    /// <summary>The input as feature maps; reports where it is none.</summary>
    public Shape? RequireMap() =>
        Require(input is { IsMap: true }, "feature maps (channels x height x width)", "images: [Network(channels, height, width)]", "2d", input is { IsSequence: true } ? "1d" : null);

    /// <summary>The input as a sequence; reports where it is none.</summary>
    public Shape? RequireSequence() =>
        Require(input is { IsSequence: true }, "a sequence (channels x length)", "sequences: [Network(channels, length)]", "1d", input is { IsMap: true } ? "2d" : null);

    /// <summary>The input as feature maps or a sequence; reports where it is a vector.</summary>
    public Shape? RequirePoints() =>
        Require(input is { IsVector: false }, "feature maps (channels x height x width) or a sequence (channels x length)", "images: [Network(channels, height, width)]", string.Empty, null);

    private Shape? Require(bool holds, string wanted, string networkOver, string ending, string? otherEnding)
    {
        if (input is null || holds)
        {
            return input;
        }

        string name = Declaration.Name;
        string? other = otherEnding is not null && name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) + otherEnding : null;
        string wayOut = other is not null && Operation.Find(other) is not null ? $"Take {other}"
            : origin == NetworkChecker.InputOrigin || !input.IsVector ? $"Declare the network over {networkOver}"
            : $"Move {name} before the Flatten";
        Report(Rules.Rank, null, $"{name} reads {wanted}, but {InputInWords}. {wayOut}.");
        return null;
    }

    /// <summary>The input as a vector; reports where it is none.</summary>
    public Shape? RequireVector()
    {
        if (input is null || input.IsVector)
        {
            return input;
        }

        problems.Add(new Problem(
            Rules.Rank,
            Place.OperationArgument(layer, index),
            $"{LayerName}: {Declaration.Name} reads a vector, but {InputInWords}. Put [Flatten] before it: {input} becomes {Formula.Number(input.Length)} features.",
            [new Remedy(RemedyKinds.Flatten, $"Put Flatten before {Declaration.Name}: {Formula.Number(input.Length)} features", [Edit.Insert(Place.OperationArgument(layer, index), "Flatten")])]));
        return null;
    }

    /// <summary>Whether sizes fit into one array; reports where they do not.</summary>
    public bool Fits(string what, long length)
    {
        if (length <= NetworkChecker.LargestArray)
        {
            return true;
        }

        Report(Rules.TooLarge, null, $"{Declaration.Name} would need {what} of {(length == long.MaxValue ? "more than 2^63" : Formula.Count(length))} values; one array holds at most {Formula.Count(NetworkChecker.LargestArray)}. Make its sizes smaller.");
        return false;
    }

    /// <summary>The checked operation, unless its output is too large.</summary>
    public CheckedOperation? Complete(Shape output, OperationSettings settings) =>
        Fits($"an output {output}", output.Length)
            ? new CheckedOperation(Declaration.Name, ArgumentText.Of(Declaration), merged.Count > 0 ? merged[0].Shape! : input!, output, settings)
            : null;
}
