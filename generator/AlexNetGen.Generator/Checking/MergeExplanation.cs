using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>
/// Says where the branches of a merge come to differ, and what would make them alike. It stands at the operation that
/// makes the difference, with the merge and both branches beside it; at the merge where no operation does.
/// </summary>
internal static class MergeExplanation
{
    public static Problem Of(NetworkDeclaration declaration, CheckedNetwork network, MergeFailure failure)
    {
        Parting parting = Parting.Of(network, failure);
        Trial trial = new(network, Rules.MergedShapes, failure.Bare.Place);
        IReadOnlyList<PathStep> candidates = Candidates(declaration, failure, parting);
        (PathStep Step, IReadOnlyList<Remedy> Remedies)[] tried = [.. candidates.Select(step => (step, BranchRemedies.Of(declaration, network, failure, parting, step, trial)))];
        (PathStep? culprit, IReadOnlyList<Remedy> remedies) = tried.FirstOrDefault(pair => pair.Remedies.Count > 0) is { Remedies: not null } mended ? mended
            : tried.Length > 0 ? tried[0]
            : (null, []);

        string merge = declaration.Layers[failure.Layer].Name;
        string begin = parting.Begin < 0 ? $"{NetworkChecker.InputOrigin} ({network.Input})" : $"{network.Layers[parting.Begin].Name} ({network.Layers[parting.Begin].Output})";
        string[] branches = [.. new[] { Branch(network, parting.First), Branch(network, parting.Second) }.Where(branch => branch.Length > 0)];
        string path = branches.Length == 0 ? string.Empty : $" They part after {begin}: {string.Join("; ", branches)}.";
        string waysOut = remedies.Count == 0 ? string.Empty : $" Ways out: {string.Join("; ", remedies.Select(remedy => remedy.Title))}.";
        Place at = Place.OperationArgument(failure.Layer, failure.Operation, failure.Argument);
        Place[] layers = [.. parting.Steps.Select(step => step.Layer).Where(layer => layer != failure.Layer).Distinct().Select(Place.LayerName)];
        return culprit is null || culprit.Layer == failure.Layer
            ? new Problem(Rules.MergedShapes, at, $"{merge}: {failure.Text}{path}{waysOut}", remedies.ToEquatableArray(), layers.ToEquatableArray())
            : new Problem(
                Rules.MergedShapes,
                Place.OperationArgument(culprit.Layer, culprit.Number),
                $"{network.Layers[culprit.Layer].Name}: what {merge} merges differs from here on: {failure.Text}{path}{waysOut}",
                remedies.ToEquatableArray(),
                new[] { at }.Concat(layers).ToEquatableArray());
    }

    /// <summary>The operations that may be to blame, the likeliest first.</summary>
    private static IReadOnlyList<PathStep> Candidates(NetworkDeclaration declaration, MergeFailure failure, Parting parting)
    {
        Shape left = failure.Left.Shape!;
        Shape right = failure.Right.Shape!;
        if (left.Dimensions.Count != right.Dimensions.Count)
        {
            return [];
        }

        if (left.Height == right.Height && left.Width == right.Width)
        {
            // The last that sets the channels of each branch; what was written last is likeliest wrong.
            return [.. new[] { parting.First, parting.Second }
                .Select(branch => branch.LastOrDefault(step => step.Operation.Input.Channels != step.Operation.Output.Channels || Has(declaration, step, "OutputChannels") || Has(declaration, step, "OutputFeatures")))
                .OfType<PathStep>().OrderByDescending(step => step.Layer)];
        }

        (PathStep? first, PathStep? second) = parting.FirstDifference();
        return [.. new[] { second, first }.OfType<PathStep>().OrderByDescending(Loss)];
    }

    /// <summary>How much of the input an operation drops: what loses rows is to blame before what drops padding.</summary>
    private static int Loss(PathStep step) => step.Operation.Settings is Operations.WindowSettings windows ? Math.Max((int)windows.Height.Fit, (int)windows.Width.Fit) : 0;

    private static bool Has(NetworkDeclaration declaration, PathStep step, string argument) => declaration.Layers[step.Layer].Operations[step.Number].Has(argument);

    /// <summary>What changes rows or columns on a branch, with the arithmetic.</summary>
    private static string Branch(CheckedNetwork network, IEnumerable<PathStep> branch) => string.Join(", then ", branch
        .Where(step => step.ChangesLengths)
        .Select(step => $"{network.Layers[step.Layer].Name} makes {step.Operation.Output}{(step.Operation.Formula is null ? string.Empty : $" by {step.Operation.Formula}")}"));
}
