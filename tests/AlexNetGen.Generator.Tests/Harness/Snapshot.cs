using System.Runtime.CompilerServices;
using System.Text;

namespace AlexNetGen.Generator.Tests.Harness;

/// <summary>
/// Generated files as they were last approved, beside the test: <c>Type.Test#Hint.verified.cs</c>, the names that
/// Verify.SourceGenerators gives. What differs is written to <c>.received.cs</c>; to approve it, rename it.
/// </summary>
internal static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Compares every generated file with the approved one.</summary>
    public static void Verify(Compiled compiled, string test, [CallerFilePath] string path = "")
    {
        string prefix = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{test}#");
        List<string> failures = [];
        foreach ((string hint, string text) in compiled.Generated)
        {
            string? failure = Compare(prefix + hint[..^".g.cs".Length], text);
            if (failure is not null)
            {
                failures.Add(failure);
            }
        }

        IEnumerable<string> stale = Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(prefix) + "*.verified.cs")
            .Where(file => !compiled.Generated.Keys.Any(hint => file == $"{prefix}{hint[..^".g.cs".Length]}.verified.cs"));
        failures.AddRange(stale.Select(file => $"{Path.GetFileName(file)} is approved, but no longer generated. Delete it."));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static string? Compare(string name, string received)
    {
        string verifiedFile = name + ".verified.cs";
        string receivedFile = name + ".received.cs";
        Assert.DoesNotContain('\r', received);
        string? verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile, Utf8).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return null;
        }

        File.WriteAllText(receivedFile, received, Utf8);
        return verified is null
            ? $"{Path.GetFileName(verifiedFile)} does not exist. Read {Path.GetFileName(receivedFile)} and, if it is right, rename it."
            : $"{Path.GetFileName(verifiedFile)} differs from {Path.GetFileName(receivedFile)}. {Difference(verified.Split('\n'), received.Split('\n'))}";
    }

    private static string Difference(string[] verified, string[] received)
    {
        int line = 0;
        while (line < verified.Length && line < received.Length && verified[line] == received[line])
        {
            line++;
        }

        return $"First in line {line + 1}:\n  approved: {At(verified, line)}\n  received: {At(received, line)}";
    }

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(the file ends)";
}
