namespace AlexNetGen.Samples.Tests.ShapeErrors;

/// <summary>What samples/ShapeErrors prints.</summary>
public sealed class TerminalReportTests
{
    [Fact]
    public void The_mark_stands_under_what_is_wrong()
    {
        using StringWriter output = new() { NewLine = "\n" };
        TerminalReport.Write(output, 100);
        string[] lines = output.ToString().Split('\n');

        int mark = Array.FindIndex(lines, line => line.TrimStart().StartsWith('^'));
        int column = lines[mark].IndexOf('^', StringComparison.Ordinal);
        Assert.Equal("Stride = 4", lines[mark - 1].Substring(column, lines[mark].Length - column));
    }

    [Fact]
    public void Messages_are_wrapped()
    {
        using StringWriter output = new() { NewLine = "\n" };
        TerminalReport.Write(output, 80);

        Assert.All(
            output.ToString().Split('\n').Where(line => !line.Contains("partial Layer", StringComparison.Ordinal) && !line.Contains('^', StringComparison.Ordinal)),
            line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Every_line_of_source_fits_a_wide_terminal()
    {
        using StringWriter output = new() { NewLine = "\n" };
        TerminalReport.Write(output, 130);

        Assert.All(output.ToString().Split('\n'), line => Assert.True(line.Length <= 130, line));
    }

    [Theory]
    [InlineData("", 10, "")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("incomprehensible text", 5, "incomprehensible|text")]
    public void Lines_break_at_spaces(string text, int columns, string lines) =>
        Assert.Equal(lines, string.Join('|', TerminalReport.Wrap(text, columns)));

    [Fact]
    public void Unknown_arguments_are_refused()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        Assert.Equal(2, ShapeErrorsSample.Run(["--pages"], output, error));
        Assert.Empty(output.ToString());
        Assert.Contains("'--pages'", error.ToString(), StringComparison.Ordinal);
    }
}
