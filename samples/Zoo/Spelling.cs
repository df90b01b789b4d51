namespace AlexNetGen.Samples;

/// <summary>What was meant by a word that is not known.</summary>
public static class Spelling
{
    /// <summary>The known word nearest to one, if it is near enough to be meant.</summary>
    /// <param name="word">What was written; letters' case, underscores, hyphens and points are overlooked.</param>
    /// <param name="known">The words there are.</param>
    /// <returns>The word with the fewest letters to change, at most a third of it; none where there is no such word.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string written = Letters(word);
        (string? nearest, int distance) = known
            .Select(candidate => ((string?)candidate, Distance(written, Letters(candidate))))
            .MinBy(pair => pair.Item2);
        return nearest is not null && distance <= Letters(nearest).Length / 3 ? nearest : null;
    }

    private static string Letters(string word) => new([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    // Levenshtein's distance: the letters to insert, remove or replace, one row of the table at a time.
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        foreach ((int i, char letter) in from.Index())
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (letter == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
