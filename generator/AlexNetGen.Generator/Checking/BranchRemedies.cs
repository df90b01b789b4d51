using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>What would make the branches of a merge alike by changing one operation: its rounding, its padding, its channels.</summary>
internal sealed class BranchRemedies
{
    private readonly NetworkDeclaration _declaration;
    private readonly PathStep _step;
    private readonly Place _place;
    private readonly string _where;
    private readonly Trial _trial;

    private BranchRemedies(NetworkDeclaration declaration, PathStep step, string where, Trial trial)
    {
        _declaration = declaration;
        _step = step;
        _place = Place.OperationArgument(step.Layer, step.Number);
        _where = where;
        _trial = trial;
    }

    private OperationDeclaration Declared => _declaration.Layers[_step.Layer].Operations[_step.Number];

    public static IReadOnlyList<Remedy> Of(NetworkDeclaration declaration, CheckedNetwork network, MergeFailure failure, Parting parting, PathStep step, Trial trial)
    {
        BranchRemedies remedies = new(declaration, step, network.Layers[step.Layer].Name, trial);
        (PathStep? first, PathStep? second) = parting.FirstDifference();

        // Where the other branch keeps the length, so shall this one.
        Shape wanted = (ReferenceEquals(step, first) ? second : first)?.Operation.Output ?? step.Operation.Input;
        Shape other = parting.First.Contains(step) ? failure.Right.Shape! : failure.Left.Shape!;
        IEnumerable<Remedy?> all = first is null && second is null
            ? [remedies.Channels(other.Channels)]
            : [remedies.Rounded(Rounding.Ceil), remedies.Rounded(Rounding.Floor), remedies.Padded(wanted)];
        return [.. all.OfType<Remedy>()];
    }

    private Remedy? Channels(int channels)
    {
        string argument = Declared.Has("OutputFeatures") ? "OutputFeatures" : "OutputChannels";
        return Declared.Has(argument)
            ? Offer(RemedyKinds.Channels, $"Give {_where} {Formula.Number(channels)} {(argument == "OutputFeatures" ? "features" : "channels")}", [new Edit(_place, argument, channels)])
            : null;
    }

    private Remedy? Rounded(Rounding rounding)
    {
        if (_step.Operation.Settings is not WindowSettings windows || Declared.Has("AutoPad") || (windows.Height.Fit == WindowFit.Exact && windows.Width.Fit == WindowFit.Exact))
        {
            return null;
        }

        bool isUp = rounding == Rounding.Ceil;
        return Offer(isUp ? RemedyKinds.Ceil : RemedyKinds.Floor, $"Round {(isUp ? "up" : "down")} on {_where} with Rounding = {rounding}", [new Edit(_place, "Rounding", (int)rounding)]);
    }

    private Remedy? Padded(Shape wanted)
    {
        if (_step.Operation.Settings is not WindowSettings windows || Declared.Has("AutoPad")
            || Padding(windows.Height, wanted.Height) is not { } rows || Padding(windows.Width, wanted.Width) is not { } columns)
        {
            return null;
        }

        if (_step.Operation.Output.IsSequence)
        {
            rows = columns;
        }

        string padding = rows == columns ? Formula.Number(rows) : $"{Formula.Number(rows)} above and below, {Formula.Number(columns)} left and right";
        return Offer(RemedyKinds.RestoringPadding, $"Pad {_where} by {padding}", PaddingEdits.Of(_declaration, _place, rows, rows, columns, columns));
    }

    /// <summary>The smallest symmetric padding that gives the length, rounded down, without losing a row.</summary>
    private static int? Padding(Window window, int length)
    {
        for (int padding = 0; padding < Math.Min(window.Reach, PaddingEdits.Largest); padding++)
        {
            Window padded = window with { PaddingBefore = padding, PaddingAfter = padding };
            if (padded.Floor == length && padded.Fit != WindowFit.RowsLost)
            {
                return padding;
            }
        }

        return null;
    }

    private Remedy? Offer(string kind, string title, List<Edit> edits) =>
        _trial.Try(edits) is { } outcome
            ? new Remedy(kind, $"{title} ({outcome.Network.Layers[_step.Layer].Operations[_step.Number].Output}){outcome.Note}", edits.ToEquatableArray())
            : null;
}
