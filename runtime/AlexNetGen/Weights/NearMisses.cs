namespace AlexNetGen.Weights;

/// <summary>Which unexpected tensor a missing one is likely to be under a misspelt name.</summary>
internal static class NearMisses
{
    private const int LongestCompared = 64;

    /// <summary>The most pairs looked at, and the most edit distances computed, so that no file can make it take long.</summary>
    private const int MostPairs = 1_000_000;
    private const int MostDistances = 100_000;

    /// <summary>Pairs missing names with the nearest unexpected ones, each once, the nearest pairs first.</summary>
    /// <returns>The unexpected tensors, by the missing names.</returns>
    public static Dictionary<string, FileTensor> Find(List<TensorDescription> missing, List<FileTensor> unexpected)
    {
        List<(int Distance, TensorDescription Missing, FileTensor Unexpected)> pairs = [];
        int[,] table = new int[LongestCompared + 1, LongestCompared + 1];
        int looked = 0;
        int computed = 0;
        foreach (TensorDescription wanted in missing)
        {
            foreach (FileTensor candidate in unexpected)
            {
                if (++looked > MostPairs || computed > MostDistances)
                {
                    break;
                }

                if (Distance(wanted, candidate, table, ref computed) is { } distance)
                {
                    pairs.Add((distance, wanted, candidate));
                }
            }
        }

        Dictionary<string, FileTensor> nearest = new(StringComparer.Ordinal);
        HashSet<FileTensor> taken = [];
        foreach ((int _, TensorDescription wanted, FileTensor candidate) in pairs.OrderBy(pair => pair.Distance))
        {
            if (!nearest.ContainsKey(wanted.Name) && taken.Add(candidate))
            {
                nearest.Add(wanted.Name, candidate);
            }
        }

        return nearest;
    }

    /// <summary>How far apart the names are; <see langword="null"/> where they are not alike.</summary>
    private static int? Distance(TensorDescription wanted, FileTensor candidate, int[,] table, ref int computed)
    {
        string name = wanted.Name;
        string other = candidate.Name;
        if (name.Length > LongestCompared || other.Length > LongestCompared)
        {
            return null;
        }

        bool sameShape = candidate.HasShape(wanted.Shape);
        if (sameShape && IsQualified(name, other))
        {
            return 1; // module.features.0.weight, as training on several devices saves it.
        }

        int limit = Math.Max(1, name.Length / 5);
        if (Math.Abs(name.Length - other.Length) > limit)
        {
            return null;
        }

        // features.0 and features.3 are two layers, not two spellings, unless the shape says otherwise.
        if (!sameShape && !name.Where(char.IsAsciiDigit).SequenceEqual(other.Where(char.IsAsciiDigit)))
        {
            return null;
        }

        computed++;
        int distance = (2 * EditDistance(name, other, table)) + (sameShape ? 0 : 1);
        return distance <= (2 * limit) + 1 ? distance : null;
    }

    private static bool IsQualified(string name, string other) =>
        IsSuffix(name, other) || IsSuffix(other, name);

    private static bool IsSuffix(string name, string longer) =>
        longer.Length > name.Length && longer.EndsWith(name, StringComparison.Ordinal) && longer[^(name.Length + 1)] == '.';

    /// <summary>
    /// Insertions, deletions, replacements, and exchanges of neighbours that turn one name into the other
    /// (optimal string alignment, after Damerau, 1964).
    /// </summary>
    private static int EditDistance(string from, string to, int[,] distances)
    {
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int replaced = distances[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                int distance = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    distance = Math.Min(distance, distances[i - 2, j - 2] + 1);
                }

                distances[i, j] = distance;
            }
        }

        return distances[from.Length, to.Length];
    }
}
