using System.Reflection;

namespace AlexNetGen.Samples;

/// <summary>A declaration of a network that does not compile.</summary>
/// <param name="FileName">Its file in <c>Declarations</c>; the number in front is its place.</param>
/// <param name="Source">Its text, which begins with a title and perhaps a remark as comments.</param>
public sealed record Declaration(string FileName, string Source)
{
    /// <summary>All of them, the best known first.</summary>
    public static IReadOnlyList<Declaration> All { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>What is wrong with it, in a few words: the first comment.</summary>
    public string Title => Comments[0];

    /// <summary>Why that is of interest: the other comments; empty where there are none.</summary>
    public string Remark => string.Join(" ", Comments.Skip(1));

    /// <summary>The text without the comments at its beginning.</summary>
    public string Code => string.Join('\n', Source.Split('\n').SkipWhile(IsComment));

    private string[] Comments => [.. Source.Split('\n').TakeWhile(IsComment).Select(line => line[3..])];

    private static bool IsComment(string line) => line.StartsWith("// ", StringComparison.Ordinal);

    private static Declaration Read(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new Declaration(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
