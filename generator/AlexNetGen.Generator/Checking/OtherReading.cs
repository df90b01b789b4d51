using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>
/// Looks for the cause of a wrong assertion in another layer: a window that is rounded down here and rounded up where
/// the asserted number comes from, or the other way round. Caffe's fc6 sees 9216 values at 224 and PyTorch's 6400, and
/// the two part at pool1, 27 or 26.
/// </summary>
internal static class OtherReading
{
    /// <summary>What each framework does to all windows, most likely first; then one window alone is tried.</summary>
    private static readonly (Rounding Rounding, bool OfConvolutions, string Who)[] Readings =
    [
        (Rounding.Ceil, false, ", as Caffe's pools do"),
        (Rounding.Floor, true, ", as PyTorch does"),
        (Rounding.Ceil, true, ", as cuda-convnet does"),
    ];

    /// <summary>The reading under which the assertion holds; null where there is none, or something else explains it.</summary>
    public static ReadingCause? Of(CheckedNetwork network, Problem problem)
    {
        if (problem.Rule == Rules.ParametersAssertion && HasOtherCause(network, problem.Place))
        {
            return null;
        }

        List<Site> sites = [.. Sites(network, problem.Place.Layer)];
        Trial trial = new(network, problem.Rule, problem.Place);
        foreach ((Rounding rounding, bool ofConvolutions, string who) in Readings)
        {
            List<Edit> edits = [.. sites.Where(site => site.IsPool || ofConvolutions).Select(site => site.Rounded(rounding))];
            if (Holds(trial, problem.Place, edits) is { } outcome)
            {
                return Cause(network, trial, Fewest(trial, problem.Place, edits, outcome.Network), rounding, who, problem.Place);
            }
        }

        foreach (Site site in sites.Where(site => !site.IsExact))
        {
            Rounding rounding = site.Output == site.Height.Floor ? Rounding.Ceil : Rounding.Floor;
            if (Holds(trial, problem.Place, [site.Rounded(rounding)]) is not null)
            {
                return Cause(network, trial, [site.Rounded(rounding)], rounding, string.Empty, problem.Place);
            }
        }

        return null;
    }

    /// <summary>The windows whose rounding can be written, down to the layer.</summary>
    private static IEnumerable<Site> Sites(CheckedNetwork network, int last)
    {
        for (int layer = 0; layer < network.Layers.Count && (last < 0 || layer <= last); layer++)
        {
            for (int i = 0; i < network.Layers[layer].Operations.Count; i++)
            {
                CheckedOperation operation = network.Layers[layer].Operations[i];
                if (operation.Settings is WindowSettings windows && !network.Declaration.Layers[layer].Operations[i].Has("AutoPad"))
                {
                    yield return new Site(Place.OperationArgument(layer, i), windows.Height, windows.Width, operation.Output.Height, !operation.Name.StartsWith("Conv", StringComparison.Ordinal));
                }
            }
        }
    }

    private static bool HasOtherCause(CheckedNetwork network, Place place)
    {
        long asserted = place.Layer < 0 ? network.Declaration.Parameters!.Value : network.Declaration.Layers[place.Layer].Parameters!.Value;
        List<CheckedOperation> operations = Assertions.Within(network, place.Layer);
        long computed = place.Layer < 0 ? network.Parameters : operations.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.Parameters));
        return ParameterCause.Of(asserted - computed, operations).Length > 0;
    }

    /// <summary>What the edits lead to if the assertion holds then, and nothing breaks down to it.</summary>
    private static Outcome? Holds(Trial trial, Place problem, IReadOnlyList<Edit> edits) =>
        trial.Try(edits) is { } outcome && (outcome.BrokenLayer is not { } broken || (problem.Layer >= 0 && broken > problem.Layer)) ? outcome : null;

    /// <summary>The edits that matter, without which the assertion does not hold.</summary>
    private static List<Edit> Fewest(Trial trial, Place problem, List<Edit> edits, CheckedNetwork read)
    {
        List<Edit> needed = [.. edits.Where(edit =>
            read.Layers[edit.Place.Layer].Operations[edit.Place.Operation].Settings is WindowSettings windows
            && (windows.Height.Fit != WindowFit.Exact || windows.Width.Fit != WindowFit.Exact))];
        for (int i = needed.Count - 1; i >= 0; i--)
        {
            List<Edit> fewer = [.. needed.Where((_, index) => index != i)];
            if (Holds(trial, problem, fewer) is not null)
            {
                needed = fewer;
            }
        }

        return needed;
    }

    private static ReadingCause? Cause(CheckedNetwork network, Trial trial, List<Edit> edits, Rounding rounding, string who, Place problem)
    {
        if (Holds(trial, problem, edits) is not { } outcome)
        {
            return null;
        }

        Place place = edits[0].Place;
        CheckedOperation operation = network.Layers[place.Layer].Operations[place.Operation];
        WindowSettings windows = (WindowSettings)operation.Settings;
        Shape other = outcome.Network.Layers[place.Layer].Operations[place.Operation].Output;
        bool rows = operation.Output.Height != other.Height;
        Window window = rows ? windows.Height : windows.Width;
        (int ours, int theirs) = rows ? (operation.Output.Height, other.Height) : (operation.Output.Width, other.Width);
        (string down, string up) = rounding == Rounding.Ceil ? (string.Empty, who) : (who, string.Empty);
        string text = problem.Layer == place.Layer
            ? $" Rounded {(rounding == Rounding.Ceil ? "up" : "down")}{who}, it is {Formula.Number(theirs)}."
            : $" The two readings part at {network.Layers[place.Layer].Name}: {Formula.Of(window)}, {Formula.Number(Math.Min(ours, theirs))} rounded down{down}, {Formula.Number(Math.Max(ours, theirs))} rounded up{up}{Consequence(network, outcome.Network, place.Layer, problem)}.";
        string[] layers = [.. edits.Select(edit => network.Layers[edit.Place.Layer].Name).Distinct()];
        string where = layers.Length == 1 && problem.Layer == place.Layer ? string.Empty : $" on {string.Join(", ", layers)}";
        string kind = rounding == Rounding.Ceil ? RemedyKinds.Ceil : RemedyKinds.Floor;
        return new ReadingCause(
            text,
            $"Rounding = {rounding}{where}",
            place,
            new Remedy(kind, $"Round {(rounding == Rounding.Ceil ? "up" : "down")} with Rounding = {rounding}{where}", edits.ToEquatableArray()));
    }

    /// <summary>What the other reading makes of the layer that is asserted, or of the first vector below.</summary>
    private static string Consequence(CheckedNetwork network, CheckedNetwork read, int from, Place problem)
    {
        if (problem.Layer == from)
        {
            return string.Empty;
        }

        for (int i = problem.Layer < 0 ? from : problem.Layer; i < network.Layers.Count; i++)
        {
            if (network.Layers[i].Operations.Count == 0)
            {
                break;
            }

            CheckedOperation ours = Telling(network.Layers[i]);
            CheckedOperation theirs = Telling(read.Layers[i]);
            if (ours.Name == nameof(Linear) && ours.Input != theirs.Input)
            {
                return $", with which {network.Layers[i].Name} reads {theirs.Input} features, not {ours.Input}";
            }

            if (problem.Layer >= 0)
            {
                return ours.Output == theirs.Output ? string.Empty : $", with which {network.Layers[i].Name} makes {theirs.Output}";
            }
        }

        return string.Empty;
    }

    /// <summary>The fully connected operation of a layer, or its last.</summary>
    private static CheckedOperation Telling(CheckedLayer layer) =>
        layer.Operations.FirstOrDefault(operation => operation.Name == nameof(Linear)) ?? layer.Operations[layer.Operations.Count - 1];

    /// <summary>An operation whose windows can be rounded either way.</summary>
    private sealed record Site(Place Place, Window Height, Window Width, int Output, bool IsPool)
    {
        public bool IsExact => Height.Fit == WindowFit.Exact && Width.Fit == WindowFit.Exact;

        public Edit Rounded(Rounding rounding) => new(Place, "Rounding", (int)rounding);
    }
}

/// <summary>Where two readings of a network part.</summary>
/// <param name="Text">The sentence that says so, after a space.</param>
/// <param name="Way">The way out, as the message says it.</param>
/// <param name="Place">The operation.</param>
/// <param name="Remedy">The edits.</param>
internal sealed record ReadingCause(string Text, string Way, Place Place, Remedy Remedy);
