namespace AlexNetGen.Generator.Checking;

/// <summary>Two branches of a network that meet, walked back to where they part.</summary>
/// <param name="Begin">The layer after which they part; -1 for the network's input.</param>
/// <param name="First">What lies on the one, in order.</param>
/// <param name="Second">What lies on the other.</param>
internal sealed record Parting(int Begin, IReadOnlyList<PathStep> First, IReadOnlyList<PathStep> Second)
{
    public IEnumerable<PathStep> Steps => First.Concat(Second);

    /// <summary>The branches of a failing merge.</summary>
    public static Parting Of(CheckedNetwork network, MergeFailure failure)
    {
        List<int> left = Back(network.Layers, failure.Left.Layer == MergeInput.SoFar ? failure.Layer : failure.Left.Layer);
        List<int> right = Back(network.Layers, failure.Right.Layer);
        int common = left.First(right.Contains);
        return new Parting(common, Between(network.Layers, left, common, failure), Between(network.Layers, right, common, failure));
    }

    /// <summary>
    /// The step of each branch that first makes the lengths differ; null for a branch that makes none at that point,
    /// and for both where the lengths never differ.
    /// </summary>
    public (PathStep? First, PathStep? Second) FirstDifference()
    {
        PathStep[] one = [.. First.Where(step => step.ChangesLengths)];
        PathStep[] other = [.. Second.Where(step => step.ChangesLengths)];
        for (int i = 0; i < Math.Max(one.Length, other.Length); i++)
        {
            (PathStep? a, PathStep? b) = (one.ElementAtOrDefault(i), other.ElementAtOrDefault(i));
            if (a is null || b is null || a.Operation.Output.Height != b.Operation.Output.Height || a.Operation.Output.Width != b.Operation.Output.Width)
            {
                return (a, b);
            }
        }

        return (null, null);
    }

    /// <summary>A layer and those before it, by the first that each reads; ends with the network's input.</summary>
    private static List<int> Back(IReadOnlyList<CheckedLayer> layers, int layer)
    {
        List<int> path = [];
        for (int at = layer; at >= 0; at = layers[at].Inputs.Count > 0 ? layers[at].Inputs[0] : -1)
        {
            path.Add(at);
        }

        path.Add(-1);
        return path;
    }

    /// <summary>The operations between; of the layer that merges itself, those before the merge.</summary>
    private static List<PathStep> Between(IReadOnlyList<CheckedLayer> layers, List<int> path, int common, MergeFailure failure) =>
    [
        .. path.TakeWhile(layer => layer != common).Reverse().SelectMany(layer => layers[layer].Operations
            .Take(layer == failure.Layer ? failure.Operation : int.MaxValue)
            .Select((operation, i) => new PathStep(layer, i, operation))),
    ];
}

/// <summary>An operation on a branch.</summary>
internal sealed record PathStep(int Layer, int Number, CheckedOperation Operation)
{
    public bool ChangesLengths => Operation.Input.Height != Operation.Output.Height || Operation.Input.Width != Operation.Output.Width;
}
