namespace AlexNetGen.Samples;

/// <summary>The table of what was read as what.</summary>
public static class ConfusionTable
{
    /// <summary>Writes the table; what did not happen is a dot.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="classification">What was read.</param>
    public static void Write(TextWriter output, Classification classification)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(classification);
        int[,] counts = classification.Confusion();
        int[] digits = [.. Enumerable.Range(0, 10)];
        output.WriteLine($"  read as {string.Concat(digits.Select(guess => $"{guess,5}"))}");
        foreach (int truth in digits)
        {
            string row = string.Concat(digits.Select(guess => counts[truth, guess] is > 0 and int count ? $"{count,5}" : "    ."));
            output.WriteLine($"        {truth} {row}");
        }
    }
}
