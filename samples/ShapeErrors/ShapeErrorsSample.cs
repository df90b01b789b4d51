namespace AlexNetGen.Samples;

/// <summary>What the compiler says to declarations whose shapes do not fit.</summary>
public static class ShapeErrorsSample
{
    /// <summary>Runs the sample.</summary>
    /// <param name="args">The command line: nothing, or <c>--page</c> for the text of README.md.</param>
    /// <param name="output">Takes the declarations and their errors.</param>
    /// <param name="error">Takes one line when the command line is wrong.</param>
    /// <returns>0; 2 where the command line is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        switch (args)
        {
            case []:
                TerminalReport.Write(output, Columns);
                return 0;
            case ["--page"]:
                output.Write(MarkdownPage.Text);
                return 0;
            default:
                error.WriteLine($"ShapeErrors: unknown arguments '{string.Join(' ', args)}'; the sample takes none, or --page.");
                return 2;
        }
    }

    // A redirected output has no width, and some terminals say 0.
    private static int Columns => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 110 : Math.Clamp(Console.WindowWidth, 60, 130);
}
