namespace AlexNetGen.Samples;

/// <summary>Declarations and their errors for a terminal: the line, a mark under what is wrong, the message.</summary>
public static class TerminalReport
{
    private const string Indent = "    ";

    /// <summary>Writes all.</summary>
    /// <param name="output">Takes them.</param>
    /// <param name="columns">The width of the terminal.</param>
    public static void Write(TextWriter output, int columns)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach ((int i, Declaration declaration) in Declaration.All.Index())
        {
            output.WriteLine($"{i + 1}. {declaration.Title}");
            foreach (string line in Wrap(declaration.Remark, columns - Indent.Length))
            {
                output.WriteLine(Indent + line);
            }

            foreach (CompileError error in InMemoryCompiler.Errors(declaration))
            {
                Write(output, error, columns);
            }

            output.WriteLine();
        }
    }

    /// <summary>Breaks a text into lines at its spaces; a word that is too long stands alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">The width of a line.</param>
    public static IReadOnlyList<string> Wrap(string text, int columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> lines = [];
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                lines.Add(line);
                line = string.Empty;
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    private static void Write(TextWriter output, CompileError error, int columns)
    {
        int indentation = error.Line.Length - error.Line.TrimStart().Length;
        output.WriteLine();
        output.WriteLine(Indent + error.Line.TrimStart());
        output.WriteLine(Indent + new string(' ', error.Column - indentation) + new string('^', error.Length));
        foreach (string line in Wrap($"error {error.Id}: {error.Message}", columns - Indent.Length))
        {
            output.WriteLine(Indent + line);
        }
    }
}
