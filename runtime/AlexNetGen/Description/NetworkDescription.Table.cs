using System.Globalization;
using System.Text;

namespace AlexNetGen;

/// <content>The description as text for people.</content>
public sealed partial class NetworkDescription
{
    /// <summary>
    /// The network as a table of text in columns: layer, operation, output shape, parameters, multiply-adds,
    /// receptive field with the jump between neighbouring values, and the formula of the shape with its exact
    /// quotient. Operations that change neither shape nor weights stand beside the one they follow. Lines end in
    /// <c>\n</c>; numbers are written as 61,100,840 in every culture.
    /// </summary>
    public string ToTable()
    {
        List<DescriptionRow> rows = DescriptionRow.Of(this);
        int layer = Width(rows, row => row.Layer);
        int operation = Width(rows, row => row.Operation);
        int output = Width(rows, row => row.Output);
        int parameters = Width(rows, row => row.Parameters);
        int multiplyAdds = Width(rows, row => row.MultiplyAdds);
        int receptiveField = Width(rows, row => row.ReceptiveField);
        string rule = new('-', layer + operation + output + parameters + multiplyAdds + receptiveField
            + Width(rows, row => row.Formula) + (6 * 2));

        StringBuilder text = new(Heading());
        text.Append('\n');
        AppendRow(DescriptionRow.Headings);
        text.Append(rule).Append('\n');
        foreach (DescriptionRow row in rows.SkipLast(1))
        {
            AppendRow(row);
        }

        text.Append(rule).Append('\n');
        AppendRow(rows[^1]);
        return text.ToString();

        void AppendRow(DescriptionRow row)
        {
            string line = $"{row.Layer.PadRight(layer)}  {row.Operation.PadRight(operation)}  {row.Output.PadRight(output)}  "
                + $"{row.Parameters.PadLeft(parameters)}  {row.MultiplyAdds.PadLeft(multiplyAdds)}  "
                + $"{row.ReceptiveField.PadRight(receptiveField)}  {row.Formula}";
            text.Append(line.TrimEnd()).Append('\n');
        }
    }

    /// <summary>The same table as GitHub's Markdown. Lines end in <c>\n</c>.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new(Heading());
        text.Append("\n\n");
        AppendRow(DescriptionRow.Headings);
        text.Append("|---|---|---|--:|--:|---|---|\n");
        foreach (DescriptionRow row in DescriptionRow.Of(this))
        {
            AppendRow(row);
        }

        return text.ToString();

        void AppendRow(DescriptionRow row)
        {
            string[] cells =
                [row.Layer, row.Operation, row.Output, row.Parameters, row.MultiplyAdds, row.ReceptiveField, row.Formula];
            text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |\n");
        }

        // Asterisks would make 2*2 ... 2*2 italic, and a bar would end the cell.
        static string Escape(string cell) => cell
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
    }

    private static int Width(List<DescriptionRow> rows, Func<DescriptionRow, string> column) =>
        rows.Append(DescriptionRow.Headings).Max(row => column(row).Length);

    private string Heading() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {Input} -> {string.Join(", ", Outputs.Select(output => output.Shape))}, largest activation {LargestActivation:N0} values");
}
