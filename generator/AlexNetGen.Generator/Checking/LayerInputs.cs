using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>Finds the layers that a layer names.</summary>
internal static class LayerInputs
{
    /// <summary>What stands for the network's own input, as the runtime's <c>Network.Input</c>.</summary>
    public const string NetworkInput = "<input>";

    private const int NearMiss = 2;

    /// <summary>The number of a layer above the given one; -1 for the network's input; null, with a report, where there is none.</summary>
    public static int? Resolve(NetworkDeclaration network, int layer, string name, Place place, List<Problem> problems)
    {
        if (name == NetworkInput)
        {
            return -1;
        }

        string reader = network.Layers[layer].Name;
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (network.Layers[i].Name == name && i < layer)
            {
                return i;
            }

            if (network.Layers[i].Name == name)
            {
                string what = i == layer ? "itself" : $"{name}, which stands below it";
                problems.Add(new Problem(Rules.LaterLayer, place, $"{reader} reads {what}. Layers are computed in source order; read one above, or move {reader} below {name}."));
                return null;
            }
        }

        string[] above = [.. network.Layers.Take(layer).Select(other => other.Name).Where(other => other.IndexOf('.') < 0)];
        string? near = above.OrderBy(other => Distance(other, name)).FirstOrDefault();
        string hint = near is not null && Distance(near, name) <= NearMiss ? $" Did you mean nameof({near})?"
            : $" It can read {(above.Length == 0 ? string.Empty : string.Join(", ", above) + " or ")}Network.Input.";
        problems.Add(new Problem(Rules.UnknownLayer, place, $"{reader} reads '{name}', and {network.Type.Name} has no such layer.{hint}"));
        return null;
    }

    /// <summary>Warns of layers whose result is lost.</summary>
    public static void ReportUnused(CheckedNetwork network, List<Problem> problems)
    {
        for (int i = 0; i < network.Layers.Count - 1; i++)
        {
            if (network.Layers[i].Output is not null && !network.IsOutput(i) && !network.Layers.Any(layer => layer.Inputs.Contains(i)))
            {
                problems.Add(new Problem(
                    Rules.UnusedLayer,
                    Place.LayerName(i),
                    $"The result of {network.Layers[i].Name} is never used: no later layer reads it, and the output is {string.Join(" and ", network.Outputs.Select(layer => layer.Name))}. Read it with [From(nameof({network.Layers[i].Name}))], make it an output too with [Output], or remove it."));
            }
        }
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
