namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>One page of generator/diagnostics, taken apart.</summary>
internal sealed class Page
{
    private const string Compiles = "// compiles\n";

    private readonly string _text;

    private Page(string text) => _text = text;

    public string Title => _text[..(_text.IndexOf('\n', StringComparison.Ordinal) + 1)].Trim();

    /// <summary>The declaration that fails.</summary>
    public string Example => Assert.Single(Fences("Example", "csharp"));

    /// <summary>What is said of it.</summary>
    public string Message => Assert.Single(Fences("Example", "text")).TrimEnd('\n');

    /// <summary>The declarations that compile, as whole files.</summary>
    public IReadOnlyList<string> WaysOut => [.. Fences("Ways out", "csharp").Select(File)];

    /// <summary>What an .editorconfig is told.</summary>
    public IReadOnlyList<string> Configurations => Fences("Ways out", "ini");

    public static Page Of(string id) => new(Read(id + ".md"));

    public static string Read(string name) =>
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", name)).Replace("\r\n", "\n", StringComparison.Ordinal);

    public bool Names(string id) => _text.Contains(id, StringComparison.Ordinal);

    /// <summary>A way out that shows layers alone stands for the example with these layers.</summary>
    private string File(string fence)
    {
        Assert.StartsWith(Compiles, fence, StringComparison.Ordinal);
        return fence.Contains(" class ", StringComparison.Ordinal)
            ? "using AlexNetGen;\n\n" + fence
            : Example[..(Example.IndexOf('{', StringComparison.Ordinal) + 1)] + "\n" + fence + "}\n";
    }

    /// <summary>The fenced blocks of a section in one language.</summary>
    private string[] Fences(string heading, string language)
    {
        string section = Assert.Single(_text.Split("\n## ")[1..], part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        string[] parts = section.Split("\n```");

        // Text and blocks alternate; a block begins with its language.
        Assert.True(parts.Length % 2 == 1, $"A fence of '{heading}' is not closed.");
        return [.. parts.Where((part, index) => index % 2 == 1 && part.StartsWith(language + "\n", StringComparison.Ordinal)).Select(part => part[(language.Length + 1)..] + "\n")];
    }
}
