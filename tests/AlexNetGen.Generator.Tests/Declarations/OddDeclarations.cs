namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>A source, and the ids of the errors it must give; none where it is a valid network.</summary>
internal sealed record OddDeclaration(string Expected, params string[] Sources);

/// <summary>The odd declarations by name.</summary>
internal static class OddDeclarations
{
    public static SortedDictionary<string, OddDeclaration> All { get; } = Collect();

    /// <summary>A file with the usual using directive.</summary>
    public static string File(string body) => "using AlexNetGen;\n" + body + "\n";

    private static SortedDictionary<string, OddDeclaration> Collect()
    {
        SortedDictionary<string, OddDeclaration> all = new(StringComparer.Ordinal);
        foreach ((string name, OddDeclaration odd) in OddTypes.Cases.Concat(OddLayers.Cases).Concat(OddArguments.Cases).Concat(OddNames.Cases))
        {
            all.Add(name, odd);
        }

        return all;
    }
}
