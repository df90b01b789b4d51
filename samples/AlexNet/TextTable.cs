namespace AlexNetGen.Samples;

/// <summary>Rows of text in columns, each as wide as its widest cell.</summary>
/// <param name="headings">The headings; those that begin with a space stand, with their columns, on the right.</param>
public sealed class TextTable(params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [[.. headings.Select(heading => heading.TrimStart())]];
    private readonly List<int> _rules = [1];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A text for each column.</param>
    public void Add(params string[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, headings.Length, nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>Draws a line before the next row.</summary>
    public void AddRule() => _rules.Add(_rows.Count);

    /// <summary>Writes the table.</summary>
    /// <param name="output">Takes it.</param>
    public void Write(TextWriter output)
    {
        int[] widths = [.. headings.Select((_, column) => _rows.Max(row => row[column].Length))];
        string rule = new('-', widths.Sum() + (Gap.Length * (widths.Length - 1)));
        for (int i = 0; i < _rows.Count; i++)
        {
            if (_rules.Contains(i))
            {
                output.WriteLine(rule);
            }

            IEnumerable<string> cells = _rows[i].Select((cell, column) => headings[column].StartsWith(' ')
                ? cell.PadLeft(widths[column])
                : cell.PadRight(widths[column]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
