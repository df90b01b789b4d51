namespace AlexNetGen.Samples;

/// <summary>Which networks of the zoo have lengths that are not whole numbers, and what becomes of them, as Markdown.</summary>
public static class RoundingTable
{
    private static readonly (RoundingConsequence Consequence, string Heading)[] Columns =
    [
        (RoundingConsequence.DropsPadding, "down, dropping padding alone"),
        (RoundingConsequence.SkipsRows, "down, skipping rows as the stride does everywhere"),
        (RoundingConsequence.LosesRows, "down, losing a row and a column (`Floor`)"),
        (RoundingConsequence.HangsOver, "up, hanging over the edge (`Ceil`)"),
    ];

    /// <summary>Writes the table; networks of which the same can be said share a row.</summary>
    /// <param name="output">Takes it.</param>
    public static void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"| networks | {string.Join(" | ", Columns.Select(column => column.Heading))} |");
        output.WriteLine($"|---{string.Concat(Columns.Select(_ => "|---"))}|");
        foreach (IGrouping<string, string> row in NetworkZoo.All.Select(network => network.Description).GroupBy(Cells, network => network.Name))
        {
            output.WriteLine($"| {string.Join(", ", row.Select(name => $"`{name}`"))} | {row.Key} |");
        }
    }

    private static string Cells(NetworkDescription network)
    {
        RoundedLength[] lengths = [.. RoundedLength.In(network)];
        IEnumerable<string> cells = lengths.Length == 0
            ? Columns.Select((_, column) => column == 0 ? "every length is whole" : string.Empty)
            : Columns.Select(column => Cell([.. lengths.Where(length => length.Consequence == column.Consequence)]));
        return string.Join(" | ", cells);
    }

    // 4 Conv2d, 1 MaxPool2d: 112.5, 56.5, 28.5
    private static string Cell(RoundedLength[] lengths) => lengths.Length == 0
        ? string.Empty
        : $"{string.Join(", ", lengths.CountBy(length => length.Operation).Select(pair => $"{pair.Value} {pair.Key}"))}: "
            + string.Join(", ", lengths.Select(length => length.Exact).Distinct());
}
