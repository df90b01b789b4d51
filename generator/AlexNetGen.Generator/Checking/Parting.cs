using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Walks two branches of a network back to where they part, and says what each makes of the same maps.</summary>
internal static class Parting
{
    /// <summary>The branches in words; empty where they say nothing about the sizes. The layers on them, for an editor to show.</summary>
    public static (string Text, EquatableArray<Place> Places) Of(IReadOnlyList<CheckedLayer> layers, Shape? input, int left, int right)
    {
        List<int> one = Back(layers, left);
        List<int> other = Back(layers, right);
        int common = one.FirstOrDefault(other.Contains, -1);
        int[] first = [.. one.TakeWhile(layer => layer != common).Reverse()];
        int[] second = [.. other.TakeWhile(layer => layer != common).Reverse()];
        string begin = common < 0 ? $"{NetworkChecker.InputOrigin} ({input})" : $"{layers[common].Name} ({layers[common].Output})";
        string[] branches = [.. new[] { Branch(layers, first), Branch(layers, second) }.Where(branch => branch.Length > 0)];
        return (
            branches.Length == 0 ? string.Empty : $" They part after {begin}: {string.Join("; ", branches)}.",
            first.Concat(second).Select(Place.LayerName).ToEquatableArray());
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

    /// <summary>What changes rows or columns on a branch, with the arithmetic.</summary>
    private static string Branch(IReadOnlyList<CheckedLayer> layers, int[] branch) => string.Join(", then ", branch.SelectMany(layer => layers[layer].Operations
        .Where(operation => operation.Input.Height != operation.Output.Height || operation.Input.Width != operation.Output.Width)
        .Select(operation => $"{layers[layer].Name} makes {operation.Output}{(operation.Formula is null ? string.Empty : $" by {operation.Formula}")}")));

    private static int FirstOrDefault(this List<int> layers, Predicate<int> isCommon, int otherwise)
    {
        int index = layers.FindIndex(isCommon);
        return index < 0 ? otherwise : layers[index];
    }
}
