using System.Text;

namespace AlexNetGen.Samples;

/// <summary>The page <c>README.md</c>: each declaration beside its error.</summary>
public static class MarkdownPage
{
    private const string Introduction = """
        # Declarations that do not compile

        The shapes of a network are checked while it is being typed. These declarations are wrong, the best-known mistake first; under each stands the error that the compiler gives, at the argument that causes it.

        ```
        dotnet run -c Release --project samples/ShapeErrors
        ```

        compiles them in memory and shows the same in the terminal. This page is what `-- --page` prints; a test holds it against the compiler.
        """;

    /// <summary>The whole page, its lines ending in <c>\n</c>.</summary>
    public static string Text
    {
        get
        {
            StringBuilder page = new(Introduction.ReplaceLineEndings("\n"));
            foreach ((int i, Declaration declaration) in Declaration.All.Index())
            {
                page.Append($"\n\n## {i + 1}. {declaration.Title}\n");
                if (declaration.Remark.Length > 0)
                {
                    page.Append($"\n{Escape(declaration.Remark)}\n");
                }

                page.Append($"\n```csharp\n{declaration.Code.TrimEnd()}\n```\n");
                page.AppendJoin('\n', InMemoryCompiler.Errors(declaration).Select(Quote));
            }

            return page.Append('\n').ToString();
        }
    }

    private static string Quote(CompileError error) =>
        $"\n> **{error.Id}** at `{error.Line.Substring(error.Column, error.Length)}`\n>\n> {Escape(error.Message)}";

    // Asterisks would make 2*2 ... 2*2 italic, and brackets a link.
    private static string Escape(string text) => text
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("<", "\\<", StringComparison.Ordinal);
}
